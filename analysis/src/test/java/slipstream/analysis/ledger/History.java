package slipstream.analysis.ledger;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Certainty;
import slipstream.contracts.Claim;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.ItemRef;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.Quote;
import slipstream.contracts.Tier;
import slipstream.contracts.UndatedKind;
import slipstream.contracts.Window;
import slipstream.contracts.kafka.Json;

/** The annotated record of a product: what was said of its release, item by item. */
final class History {
  static final Instant LEARNED = Instant.parse("2026-11-22T00:00:00Z");

  private History() {}

  record Item(String id, LocalDate published, String outlet, String title, List<Said> claims) {}

  record Said(
      ClaimStatus status,
      @Nullable Window window,
      @Nullable Window superseded,
      Certainty certainty,
      List<String> origins,
      String quote,
      @Nullable UndatedKind undatedKind) {}

  record Timeline(List<Event> events, List<String> silent) {}

  record Event(
      int n,
      LocalDate date,
      @Nullable Window window,
      @Nullable String alert,
      @Nullable String slot,
      @Nullable String alternative,
      List<String> triggers,
      List<String> repeats) {}

  static List<Item> items(String name) {
    return text(name).lines().map(line -> parse(line, new TypeReference<Item>() {})).toList();
  }

  static Timeline timeline(String name) {
    return parse(text(name), new TypeReference<Timeline>() {});
  }

  static List<LedgerClaim> claims(String subject, List<Item> items) {
    var claims = new ArrayList<LedgerClaim>();
    for (Item item : items) {
      for (int i = 0; i < item.claims().size(); i++) claims.add(claim(subject, item, i));
    }
    return claims;
  }

  private static LedgerClaim claim(String subject, Item item, int place) {
    var said = item.claims().get(place);
    var claim =
        new Claim(
            subject,
            said.status(),
            said.window(),
            said.superseded(),
            said.certainty(),
            said.origins(),
            new Quote(said.quote(), place * 100, place * 100 + said.quote().length(), false),
            said.undatedKind(),
            null);
    var ref =
        new ItemRef(
            item.id(),
            "v1",
            null,
            item.title(),
            item.outlet(),
            Tier.UNKNOWN,
            Publication.ofDay(item.published(), Provenance.FILE),
            false);
    return new LedgerClaim(
        Ledger.claimId(item.id(), claim), claim, ref, LEARNED, item.id(), null, "test");
  }

  static String text(String name) {
    try (var in = History.class.getResourceAsStream("/ledger/" + name)) {
      if (in == null) throw new IllegalArgumentException("no resource " + name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T parse(String json, TypeReference<T> type) {
    try {
      return Json.MAPPER.readValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
