package slipstream.alerts.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static slipstream.alerts.Changes.LEARNED;
import static slipstream.alerts.Changes.change;
import static slipstream.alerts.Changes.edit;

import java.util.List;
import org.junit.jupiter.api.Test;
import slipstream.alerts.notice.SubjectNames;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.Delivery;
import slipstream.contracts.Delivery.Reason;

class NoticeWriterTest {
  private static final Change CORRECTION =
      edit(change("c9", "widget"), "kind", ChangeKind.CORRECTION, "takesBack", "c1");
  private static final Delivery CORRECTED =
      pending(CORRECTION).inReplyTo("message-1").because(Reason.TAKES_BACK);

  private final NoticeWriter writer = new NoticeWriter(SubjectNames.IDS, () -> "All is well.");

  @Test
  void correction_answersWhatItTakesBack_alsoAfterQuietHours() {
    var quiet = CORRECTED.held(Reason.QUIET, LEARNED);

    assertThat(writer.write(List.of(CORRECTED)).replyTo()).isEqualTo("message-1");
    assertThat(writer.write(List.of(quiet)).replyTo()).isEqualTo("message-1");
  }

  @Test
  void changeThatIsSentAgain_answersNothing() {
    var again = pending(change("c1", "widget")).delivered("message-1", LEARNED);

    assertThat(writer.write(List.of(again.replayed(change("c1", "widget"), LEARNED))).replyTo())
        .isNull();
  }

  @Test
  void oneNotice_hasTheSameKeyOnEachTry() {
    var first = pending(change("c1", "widget"));
    var second = first.retry("HTTP 503", LEARNED, LEARNED);

    assertThat(writer.write(List.of(second)).key())
        .isEqualTo(writer.write(List.of(first)).key())
        .isEqualTo("c1:hook");
  }

  private static Delivery pending(Change change) {
    return Delivery.pending(change, "hook", "desk", LEARNED);
  }
}
