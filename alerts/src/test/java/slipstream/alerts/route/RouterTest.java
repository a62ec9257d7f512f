package slipstream.alerts.route;

import static org.assertj.core.api.Assertions.assertThat;
import static slipstream.alerts.Changes.change;
import static slipstream.alerts.Changes.edit;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import slipstream.alerts.outbox.Outbox;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.Delivery;
import slipstream.contracts.Delivery.Reason;
import slipstream.contracts.Delivery.State;
import slipstream.contracts.Severity;
import slipstream.contracts.config.ConfigReader;
import slipstream.contracts.config.Subscriptions;

class RouterTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant NIGHT = Instant.parse("2026-11-20T23:30:00Z");
  private static final Change FIRST = change("c1", "widget");
  private static final String KEY = "widget|c1|hook";

  private final FakeOutbox outbox = new FakeOutbox();

  @Test
  void matchingChange_isPending_once() {
    var router = router("");
    route(router, FIRST, NOON);
    var first = outbox.get(KEY);
    route(router, FIRST, NOON.plusSeconds(5));

    assertThat(first.state()).isEqualTo(State.PENDING);
    assertThat(outbox.get(KEY)).isSameAs(first);
  }

  @Test
  void subscription_asksBySubjectKindSeverityDaysTierAndOrigins() {
    assertThat(isTold("subjects: [gadget]")).isFalse();
    assertThat(isTold("kinds: [slipped]")).isFalse();
    assertThat(isTold("severities: [rumour]")).isFalse();
    assertThat(isTold("daysMoved: 11")).isFalse();
    assertThat(isTold("tiers: [official]")).isFalse();
    assertThat(isTold("origins: 2")).isFalse();
    assertThat(
            isTold(
                "subjects: [widget], kinds: [moved-earlier], severities: [headline],"
                    + " daysMoved: 10, tiers: [press], origins: 1"))
        .isTrue();
  }

  @Test
  void backfill_isSkipped_unlessOneSubscriptionWantsIt() {
    var old = edit(FIRST, "backfill", true);
    route(router(""), old, NOON);
    assertThat(outbox.get(KEY).state()).isEqualTo(State.SKIPPED);
    var both = "{name: a, channels: [mail]}, {name: b, channels: [mail], backfill: true}";
    route(new Router(read(both)), old, NOON);

    assertThat(outbox.get("widget|c1|mail"))
        .extracting(Delivery::state, Delivery::subscription)
        .containsExactly(State.PENDING, "b");
  }

  @Test
  void change_announcedLongerAgoThanTheOutboxRemembers_isToldToNobody() {
    var later = NOON.plus(Outbox.REMEMBERED).plusSeconds(1);
    outbox.commit(d -> router("backfill: true").route(FIRST, NOON, d, later));

    assertThat(outbox.get(KEY))
        .extracting(Delivery::state, Delivery::reason)
        .containsExactly(State.SKIPPED, Reason.EXPIRED);
  }

  @Test
  void quietHours_overMidnight_waitForTheMorning_inTheirZone() {
    var router = router("quiet: {from: 22:00, to: 07:00, zone: Europe/Berlin, except: [headline]}");
    route(router, edit(FIRST, "severity", Severity.RUMOUR), NIGHT);
    route(router, change("c2", "widget"), NIGHT);

    assertThat(outbox.get(KEY))
        .extracting(Delivery::reason, Delivery::nextAttemptAt)
        .containsExactly(Reason.QUIET, Instant.parse("2026-11-21T06:00:00Z"));
    assertThat(outbox.get("widget|c2|hook").state()).isEqualTo(State.PENDING);
  }

  @Test
  void dailyDigest_waitsForItsTime_andHourlyForTheHour() {
    route(router("digest: {every: daily, at: 18:30, zone: Europe/Berlin}"), FIRST, NOON);
    route(
        router("digest: {every: hourly, at: 00:15}"),
        change("c2", "widget"),
        NOON.plus(Duration.ofMinutes(16)));

    assertThat(outbox.get(KEY).nextAttemptAt()).isEqualTo("2026-11-20T17:30:00Z");
    assertThat(outbox.get("widget|c2|hook").nextAttemptAt()).isEqualTo("2026-11-20T13:15:00Z");
  }

  @Test
  void bundle_putsTogetherWhatComesSoonAfter() {
    var router = router("bundle: PT5M");
    route(router, FIRST, NOON.plusSeconds(1));
    route(router, change("c2", "widget"), NOON.plusSeconds(200));

    assertThat(outbox.open())
        .extracting(Delivery::nextAttemptAt)
        .containsOnly(NOON.plusSeconds(300));
  }

  @Test
  void hold_endsWhenAnotherOriginSaysSo() {
    var router = router("hold: {origins: 2, longest: PT12H}");
    route(router, FIRST, NOON);
    outbox.commit(d -> router.endHolds(d, NOON.plusSeconds(9), change -> 1));
    assertThat(outbox.get(KEY).state()).isEqualTo(State.HELD);
    outbox.commit(d -> router.endHolds(d, NOON.plusSeconds(9), change -> 2));

    assertThat(outbox.due(NOON.plusSeconds(9))).containsExactly(KEY);
  }

  @Test
  void hold_thatNobodyConfirms_isSentLate_orDropped() {
    var late = NOON.plus(Duration.ofHours(13));
    var router = router("hold: {origins: 2, longest: PT12H}");
    route(router, FIRST, NOON);
    outbox.commit(d -> router.endHolds(d, late, change -> 0));
    var dropping = router("hold: {origins: 2, longest: PT12H, drop: true}");
    route(dropping, change("c2", "widget"), NOON);
    outbox.commit(d -> dropping.endHolds(d, late, change -> 0));

    assertThat(outbox.due(late)).containsExactly(KEY);
    assertThat(outbox.get("widget|c2|hook").state()).isEqualTo(State.SKIPPED);
  }

  @Test
  void mutedUntilADate_isSentThen() {
    route(router("mute: [{subjects: [widget], until: 2026-12-01}]"), FIRST, NOON);

    assertThat(outbox.get(KEY).nextAttemptAt()).isEqualTo("2026-12-01T00:00:00Z");
  }

  @Test
  void mutedUntilTheNextChange_comesAlongWithTheHeadline() {
    var router = router("mute: [{subjects: [widget]}]");
    route(router, edit(FIRST, "severity", Severity.RUMOUR), NOON);
    assertThat(outbox.due(NOON)).isEmpty();
    route(router, change("c2", "widget"), NOON.plusSeconds(60));

    assertThat(outbox.due(NOON.plusSeconds(60))).containsExactly(KEY, "widget|c2|hook");
    assertThat(outbox.open()).extracting(Delivery::reason).containsOnly(Reason.MUTE);
  }

  @Test
  void correction_goesToExactlyThoseWhoReceivedWhatItTakesBack() {
    var router = new Router(read("{name: a, channels: [mail], kinds: [moved-earlier]}"));
    route(router, FIRST, NOON);
    var sent = outbox.get("widget|c1|mail").delivered("message-1", NOON);
    outbox.commit(d -> router.settled(sent, d, NOON));
    route(new Router(read("{name: a, channels: [mail, hook]}")), correction(), NOON);

    assertThat(outbox.due(NOON)).containsExactly("widget|c9|mail");
    assertThat(outbox.get("widget|c9|mail").receipt()).isEqualTo("message-1");
    assertThat(outbox.find("widget|c9|hook")).isEmpty();
  }

  @Test
  void denialOfWhatWasTooOldToBeTold_isNews() {
    var router =
        new Router(
            read("{name: a, channels: [hook]}, {name: b, channels: [mail], backfill: true}"));
    route(router, edit(FIRST, "backfill", true), NOON);
    var sent = outbox.get("widget|c1|mail").delivered("message-1", NOON);
    outbox.commit(d -> router.settled(sent, d, NOON));
    route(router, denial("c1"), NOON);

    assertThat(outbox.due(NOON)).containsExactly("widget|c9|hook", "widget|c9|mail");
    assertThat(outbox.get("widget|c9|hook").reason()).isNull();
    assertThat(outbox.get("widget|c9|mail").receipt()).isEqualTo("message-1");
  }

  @Test
  void denialOfWhatNobodyRemembers_isNews_butNotItsCorrection() {
    route(router(""), denial("long-ago"), NOON);
    route(router(""), edit(correction(), "id", "c8", "takesBack", "long-ago"), NOON);

    assertThat(outbox.due(NOON)).containsExactly("widget|c9|hook");
  }

  @Test
  void denial_goesToExactlyThoseWhoReceivedWhatItDenies() {
    route(new Router(read("{name: a, channels: [mail]}")), FIRST, NOON);
    var sent = outbox.get("widget|c1|mail").delivered(null, NOON);
    outbox.commit(d -> router("").settled(sent, d, NOON));
    route(new Router(read("{name: a, channels: [mail, hook]}")), denial("c1"), NOON);

    assertThat(outbox.due(NOON)).containsExactly("widget|c9|mail");
  }

  @Test
  void whatNobodyHasSeen_isDroppedTogetherWithItsCorrection() {
    var router = router("digest: {every: daily}");
    route(router, FIRST, NOON);
    route(router, correction(), NOON.plusSeconds(60));

    assertThat(outbox.open()).isEmpty();
    assertThat(outbox.get(KEY).reason()).isEqualTo(Reason.TAKES_BACK);
  }

  @Test
  void correction_waitsForTheAnswerToATryThatRuns() {
    var router = router("");
    route(router, FIRST, NOON);
    outbox.tried.add(KEY);
    route(router, correction(), NOON);
    assertThat(outbox.due(NOON)).containsExactly(KEY);
    var sent = outbox.get(KEY).delivered(null, NOON);
    outbox.commit(d -> router.settled(sent, d, NOON));

    assertThat(outbox.due(NOON)).containsExactly("widget|c9|hook");
  }

  @Test
  void deadNotice_isToldOnAnotherChannel_once() {
    var router = router("");
    route(router, FIRST, NOON);
    var dead = outbox.get(KEY).dead("HTTP 410", NOON);
    outbox.commit(d -> router.settled(dead, d, NOON));
    var told = outbox.get("widget|c1~hook|mail");
    outbox.commit(d -> router.settled(told.dead("HTTP 410", NOON), d, NOON));

    assertThat(told.reason()).isEqualTo(Reason.UNDELIVERED);
    assertThat(outbox.open()).isEmpty();
  }

  @Test
  void heartbeat_isPlannedAnew_whenItWasSent() {
    var router =
        new Router(
            ConfigReader.read(
                "s.yaml",
                "channels: [{name: mail, type: file}]\nheartbeat: {channels: [mail], at: 06:00}",
                Subscriptions.class));
    outbox.commit(d -> router.beat(d, NOON));
    var planned = outbox.get("slipstream|heartbeat|mail");
    assertThat(planned.nextAttemptAt()).isEqualTo("2026-11-21T06:00:00Z");
    var sent = planned.delivered(null, Instant.parse("2026-11-21T06:00:01Z"));
    outbox.commit(d -> router.settled(sent, d, NOON));
    outbox.commit(d -> router.beat(d, Instant.parse("2026-11-21T06:00:02Z")));

    assertThat(outbox.get("slipstream|heartbeat|mail").nextAttemptAt())
        .isEqualTo("2026-11-22T06:00:00Z");
  }

  private static Change denial(String denied) {
    return edit(change("c9", "widget"), "kind", ChangeKind.DENIED, "takesBack", denied);
  }

  private static Change correction() {
    return edit(change("c9", "widget"), "kind", ChangeKind.CORRECTION, "takesBack", "c1");
  }

  private static boolean isTold(String filter) {
    var outbox = new FakeOutbox();
    outbox.commit(d -> router(filter).route(FIRST, NOON, d, NOON));
    return outbox.find(KEY).isPresent();
  }

  private void route(Router router, Change change, Instant now) {
    outbox.commit(d -> router.route(change, now, d, now));
  }

  private static Router router(String keys) {
    return new Router(
        read("{name: desk, channels: [hook]%s}".formatted(keys.isEmpty() ? "" : ", " + keys)));
  }

  private static Subscriptions read(String subscriptions) {
    return ConfigReader.read(
        "subscriptions.yaml",
        "channels: [{name: hook, type: file}, {name: mail, type: file}]\nsubscriptions: [%s]"
            .formatted(subscriptions),
        Subscriptions.class);
  }
}
