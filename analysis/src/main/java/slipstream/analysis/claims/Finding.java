package slipstream.analysis.claims;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Period;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.UndatedKind;

/**
 * What one sentence says of one subject, before the article is put together.
 *
 * @param status null when the sentence only names an earlier plan, or asks about a date
 * @param news the date claimed; null = none
 * @param old the earlier plan named; null = none
 * @param cue the words that give the status; null when the date alone does
 * @param officialWord true when the sentence reaffirms a plan ("unchanged", "on track")
 */
record Finding(
    ReadSentence sentence,
    @Nullable ClaimStatus status,
    @Nullable DateExpression news,
    @Nullable DateExpression old,
    @Nullable Cue cue,
    @Nullable UndatedKind undatedKind,
    boolean officialWord) {
  private static final String COUNTED = "counted from an earlier plan";

  /** The same words said of a date that another sentence names. */
  Finding of(DateExpression date) {
    return new Finding(sentence, status, date, old, cue, undatedKind, officialWord);
  }

  /** The same words, where their date is counted from an earlier plan. */
  Finding moved() {
    DateExpression date = Objects.requireNonNull(news);
    boolean later = date.period() instanceof Period.Shift shift && shift.sign() > 0;
    CueKind kind = later ? CueKind.DELAY : CueKind.ACCELERATE;
    Cue distance = new Cue(kind, date.start(), date.end(), COUNTED);
    ClaimStatus moved = later ? ClaimStatus.DELAYED : ClaimStatus.ACCELERATED;
    return new Finding(sentence, moved, null, old, distance, null, officialWord);
  }

  /** Says what, and nothing of when. */
  boolean isBare() {
    boolean counted = cue != null && cue.rule().equals(COUNTED);
    return news == null && old == null && !counted;
  }

  /** The same words taken for the earlier plan that an article replaces. */
  Finding asOld() {
    return new Finding(sentence, null, null, news, cue, null, officialWord);
  }
}
