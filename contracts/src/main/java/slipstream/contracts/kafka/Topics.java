package slipstream.contracts.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Change;
import slipstream.contracts.ClaimOverride;
import slipstream.contracts.ConfigFile;
import slipstream.contracts.Cursor;
import slipstream.contracts.Delivery;
import slipstream.contracts.Generation;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Mention;
import slipstream.contracts.NewsItem;
import slipstream.contracts.Outlook;
import slipstream.contracts.Publication;
import slipstream.contracts.SentimentCount;
import slipstream.contracts.StatusCount;
import slipstream.contracts.Tick;
import slipstream.contracts.config.Source;

/**
 * Every topic of the pipeline, under one prefix and one generation.
 *
 * <p>The public ones carry CloudEvents headers. {@code news.items} keeps everything: a reprocess
 * rebuilds all else from it, except {@code alerts.changes}, which is history and is kept for ever.
 */
public final class Topics {
  /**
   * A claim of one subject never waits for another subject's: four suit two cores to three brokers.
   */
  public static final int DEFAULT_PARTITIONS = 4;

  private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(90);

  private final String prefix;
  private final int generation;
  private final int partitions;

  private Topics(String prefix, int generation, int partitions) {
    this.prefix = prefix;
    this.generation = generation;
    this.partitions = partitions;
  }

  /**
   * @param prefix put before every name, so that two installations share a cluster; may be empty
   * @param partitions of every partitioned topic; fixed once the topics exist
   */
  public static Topics of(String prefix, int partitions) {
    return new Topics(prefix, 1, partitions);
  }

  /** The topics a reprocess rebuilds beside the running ones; 1 is the first generation. */
  public Topics withGeneration(int generation) {
    return new Topics(prefix, generation, partitions);
  }

  public int partitions() {
    return partitions;
  }

  /** A group, application or transactional id under the prefix. */
  public String id(String name) {
    return prefix + name;
  }

  /** An id of what a reprocess rebuilds, under prefix and generation. */
  public String generationId(String name) {
    return id(name) + suffix();
  }

  public Topic<String, NewsItem> newsItems() {
    var values = event(NewsItem.class, "slipstream.item.v1", NewsItem::id, i -> at(i.published()));
    return topic("news.items", values, kept());
  }

  public Topic<String, Mention> newsMentions() {
    var values =
        event(
            Mention.class,
            "slipstream.mention.v1",
            Mention::watched,
            m -> at(m.item().published()));
    return rebuilt("news.mentions", values, kept());
  }

  public Topic<String, byte[]> newsDeadLetters() {
    return topic("news.dead-letters", Serdes.ByteArray(), retained(DEAD_LETTERS_KEPT));
  }

  public Topic<String, LedgerClaim> releaseClaims() {
    var values =
        event(
            LedgerClaim.class,
            "slipstream.claim.v1",
            c -> c.claim().subject(),
            c -> at(c.item().published()));
    return rebuilt("release.claims", values, compacted());
  }

  public Topic<String, Outlook> releaseOutlooks() {
    var values = event(Outlook.class, "slipstream.outlook.v1", Outlook::subject, Outlook::since);
    return rebuilt("release.outlooks", values, compacted());
  }

  public Topic<String, StatusCount> countsStatus() {
    var values =
        event(StatusCount.class, "slipstream.status-count.v1", StatusCount::watched, c -> null);
    return rebuilt("counts.status", values, compacted());
  }

  public Topic<String, SentimentCount> countsSentiment() {
    var values =
        event(
            SentimentCount.class,
            "slipstream.sentiment-count.v1",
            SentimentCount::watched,
            c -> null);
    return rebuilt("counts.sentiment", values, compacted());
  }

  public Topic<String, Change> alertsChanges() {
    var values = event(Change.class, "slipstream.change.v1", Change::subject, Change::assertedAt);
    return topic("alerts.changes", values, kept());
  }

  public Topic<String, Delivery> alertsDeliveries() {
    return topic("alerts.deliveries", JsonSerde.of(Delivery.class), compacted());
  }

  public Topic<String, Delivery> alertsDeadLetters() {
    return topic("alerts.dead-letters", JsonSerde.of(Delivery.class), retained(DEAD_LETTERS_KEPT));
  }

  public Topic<String, Source> ingestSources() {
    return topic("ingest.sources", JsonSerde.of(Source.class), compacted());
  }

  public Topic<String, Cursor> ingestCursors() {
    return topic("ingest.cursors", JsonSerde.of(Cursor.class), compacted());
  }

  public Topic<String, ClaimOverride> ledgerOverrides() {
    return topic("ledger.overrides", JsonSerde.of(ClaimOverride.class), compacted());
  }

  public Topic<String, Tick> ledgerClock() {
    return rebuilt("ledger.clock", JsonSerde.of(Tick.class), compacted());
  }

  /** Which generation is in force, in one partition; itself of none. */
  public Topic<String, Generation> ledgerGeneration() {
    return new Topic<>(
        id("ledger.generation"), Serdes.String(), JsonSerde.of(Generation.class), 1, compacted());
  }

  /** The configuration file {@code name.yaml}, in one partition. */
  public Topic<String, ConfigFile> config(String name) {
    return new Topic<>(
        id("config." + name), Serdes.String(), JsonSerde.of(ConfigFile.class), 1, compacted());
  }

  /** The topics of this generation alone: a reprocess rebuilds them. */
  public List<Topic<String, ?>> rebuilt() {
    return List.of(
        newsMentions(),
        releaseClaims(),
        releaseOutlooks(),
        countsStatus(),
        countsSentiment(),
        ledgerClock());
  }

  public int generation() {
    return generation;
  }

  /** Every topic, for creation and checks. */
  public List<Topic<String, ?>> all() {
    return List.of(
        newsItems(),
        newsMentions(),
        newsDeadLetters(),
        releaseClaims(),
        releaseOutlooks(),
        countsStatus(),
        countsSentiment(),
        alertsChanges(),
        alertsDeliveries(),
        alertsDeadLetters(),
        ingestSources(),
        ingestCursors(),
        ledgerOverrides(),
        ledgerClock(),
        ledgerGeneration(),
        config("watchlist"),
        config("sources"),
        config("subscriptions"));
  }

  private <V> Topic<String, V> topic(String name, Serde<V> values, Map<String, String> settings) {
    return new Topic<>(id(name), Serdes.String(), values, partitions, settings);
  }

  private <V> Topic<String, V> rebuilt(String name, Serde<V> values, Map<String, String> settings) {
    return new Topic<>(generationId(name), Serdes.String(), values, partitions, settings);
  }

  private String suffix() {
    return generation == 1 ? "" : "-g" + generation;
  }

  private <T> Serde<T> event(
      Class<T> type,
      String eventType,
      Function<T, String> subject,
      Function<T, @Nullable Instant> time) {
    return CloudEventSerde.of(type, eventType, "/slipstream/" + prefix, subject, time);
  }

  private static @Nullable Instant at(@Nullable Publication published) {
    return published == null ? null : published.at();
  }

  private static Map<String, String> kept() {
    return Map.of(
        "cleanup.policy",
        "delete",
        "retention.ms",
        "-1",
        "retention.bytes",
        "-1",
        "message.timestamp.type",
        "CreateTime");
  }

  private static Map<String, String> retained(Duration time) {
    return with(kept(), Map.of("retention.ms", Long.toString(time.toMillis())));
  }

  private static Map<String, String> compacted() {
    return with(kept(), Map.of("cleanup.policy", "compact"));
  }

  private static Map<String, String> with(Map<String, String> base, Map<String, String> more) {
    var all = new HashMap<>(base);
    all.putAll(more);
    return Map.copyOf(all);
  }
}
