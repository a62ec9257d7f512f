package slipstream.ingest.fetch;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import slipstream.ingest.Outcome;

/**
 * What robots.txt of each host allows, by RFC 9309: kept six hours, an error one hour; a server
 * that fails forbids everything, one that has no such file allows everything.
 */
public final class Robots {
  /** The name by which robots.txt addresses us. */
  public static final String AGENT = "slipstream";

  private static final Duration KEPT = Duration.ofHours(6);
  private static final Duration ERROR_KEPT = Duration.ofHours(1);
  private static final Duration MAX_DELAY = Duration.ofSeconds(30);
  private static final long MAX_BYTES = 512 * 1024;
  private static final int MAX_HOSTS = 20_000;

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z_-]+");

  private final Fetcher fetcher;
  private final Map<String, Rules> byHost = new ConcurrentHashMap<>();

  /** Rules of a host and when they are forgotten ({@link System#nanoTime}). */
  private record Rules(SimpleRobotRules rules, long until) {}

  public Robots(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  /** True when the rules of the address's host are known, so that asking needs no request. */
  public boolean knows(URI uri) {
    return known(uri) != null;
  }

  /**
   * True when the address may be fetched; reads robots.txt first where it is not known.
   *
   * @throws FetchException when the host cannot be reached at all
   */
  public boolean allows(URI uri) throws FetchException {
    Rules rules = known(uri);
    if (rules == null) rules = load(uri);
    return rules.rules().isAllowed(uri.toString());
  }

  /** The pause that the host's rules ask for between two requests, at most 30 s; may be zero. */
  public Duration delay(URI uri) {
    Rules rules = known(uri);
    if (rules == null || rules.rules().getCrawlDelay() <= 0) return Duration.ZERO;
    Duration delay = Duration.ofMillis(rules.rules().getCrawlDelay());
    return delay.compareTo(MAX_DELAY) < 0 ? delay : MAX_DELAY;
  }

  private @Nullable Rules known(URI uri) {
    Rules rules = byHost.get(host(uri));
    return rules == null || System.nanoTime() - rules.until() > 0 ? null : rules;
  }

  private Rules load(URI uri) throws FetchException {
    if (byHost.size() > MAX_HOSTS) forget();
    URI robots = URI.create(host(uri) + "/robots.txt");
    Rules rules;
    try {
      Answer answer =
          fetcher.get(robots, Fetcher.Validators.NONE, MAX_BYTES, Fetcher.Permission.ALL);
      rules = keep(parse(robots.toString(), answer.body(), AGENT), KEPT);
    } catch (FetchException e) {
      rules = failed(e);
    }
    byHost.put(host(uri), rules);
    return rules;
  }

  /** What has run out, else everything: a fuse for workers of very many hosts. */
  private void forget() {
    byHost.values().removeIf(rules -> System.nanoTime() - rules.until() > 0);
    if (byHost.size() > MAX_HOSTS) byHost.clear();
  }

  /**
   * True when a robots.txt lets an agent fetch an address.
   *
   * @param agent product token; a name that is none can only be meant by {@code *}
   */
  public static boolean isAllowed(byte[] robots, String agent, String url) {
    return parse("https://robots.invalid/robots.txt", robots, agent).isAllowed(url);
  }

  private static SimpleRobotRules parse(String url, byte[] content, String agent) {
    // A longer delay than the parser's limit would forbid everything: we shorten it instead.
    var parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
    boolean named = TOKEN.matcher(agent).matches();
    List<String> names = named ? List.of(agent.toLowerCase(Locale.ROOT)) : List.of();
    return parser.parseContent(url, content, "text/plain", names);
  }

  private static Rules failed(FetchException e) throws FetchException {
    return switch (e.outcome()) {
      case CLIENT_ERROR -> keep(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), KEPT);
      case SERVER_ERROR, RATE_LIMITED, PARSE_ERROR ->
          keep(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), ERROR_KEPT);
      default -> throw e;
    };
  }

  private static Rules keep(SimpleRobotRules rules, Duration time) {
    return new Rules(rules, System.nanoTime() + time.toNanos());
  }

  private static String host(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  /** Refuses what robots.txt forbids. */
  public void check(URI uri) throws FetchException {
    if (!allows(uri)) {
      throw new FetchException(
          Outcome.ROBOTS_DENIED, "robots.txt of " + uri.getHost() + " forbids it");
    }
  }
}
