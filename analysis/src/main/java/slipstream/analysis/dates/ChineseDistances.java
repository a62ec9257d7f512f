package slipstream.analysis.dates;

import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.AmountGrammar.Amount;
import slipstream.analysis.dates.Period.Step;
import slipstream.analysis.dates.PeriodGrammar.Match;

/** Reads stretches counted from a day in Chinese: 两周内, 三个月后, 未来几周, 即将. */
final class ChineseDistances {
  private final Tokens tokens;
  private final ChineseCharacters characters;

  ChineseDistances(Tokens tokens) {
    this.tokens = tokens;
    this.characters = new ChineseCharacters(tokens);
  }

  @Nullable Match read(int at) {
    int soon = characters.past(at, "即将", "即將", "很快", "不久后", "不久之后", "不久後", "短期内", "近期内");
    if (soon > 0) return new Match(DistanceGrammar.SOON, soon);
    int coming = characters.past(at, "未来的", "未来", "未來", "接下来的", "接下来", "今后", "今後");
    Amount amount = amount(coming < 0 ? at : coming);
    if (amount == null) return null;
    int within = characters.past(amount.end(), "之内", "以内", "内", "之內", "以內", "內", "里");
    if (coming > 0) {
      return new Match(DistanceGrammar.within(amount), within < 0 ? amount.end() : within);
    }
    if (within > 0) return new Match(DistanceGrammar.within(amount), within);
    int after = characters.after(amount.end());
    if (after > 0) return new Match(DistanceGrammar.in(amount), after);
    int before = characters.before(amount.end());
    if (before < 0 || amount.vague()) return null;
    return new Match(new Period.Ago(Step.of(amount.most(), amount.unit()), amount.unit()), before);
  }

  private @Nullable Amount amount(int at) {
    int half = characters.past(at, "半年");
    if (half > 0) return new Amount(6, 6, Unit.MONTH, false, false, half);
    int vague = characters.past(at, "几", "幾", "数", "數");
    ChineseCharacters.Count number = vague > 0 ? null : characters.number(at);
    if (vague < 0 && number == null) return null;
    int least = number == null ? 1 : number.value();
    int unitAt = number == null ? vague : number.end();
    ChineseCharacters.Count upper = number == null ? null : characters.number(unitAt);
    boolean span = upper != null && upper.value() == least + 1;
    int most = number == null ? 9 : span && upper != null ? upper.value() : least;
    return unit(span && upper != null ? upper.end() : unitAt, least, most, vague > 0);
  }

  private @Nullable Amount unit(int at, int least, int most, boolean vague) {
    int months = characters.past(at, "个月", "個月");
    if (months > 0) return new Amount(least, most, Unit.MONTH, vague, false, months);
    if (vague && characters.past(at, "月") > 0) {
      return new Amount(least, most, Unit.MONTH, true, false, at + 1);
    }
    int weeks = characters.past(at, "个星期", "个礼拜", "周", "週", "星期");
    if (weeks > 0) return new Amount(least, most, Unit.WEEK, vague, false, weeks);
    int days = characters.past(at, "天");
    if (days > 0) return new Amount(least, most, Unit.DAY, vague, false, days);
    int quarters = characters.past(at, "个季度");
    if (quarters > 0) return new Amount(least, most, Unit.QUARTER, vague, false, quarters);
    int years = tokens.word(at).equals("年") && least < 100 ? at + 1 : -1;
    return years > 0 ? new Amount(least, most, Unit.YEAR, vague, false, years) : null;
  }
}
