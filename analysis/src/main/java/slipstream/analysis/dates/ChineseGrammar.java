package slipstream.analysis.dates;

import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.Period.Calendar;
import slipstream.analysis.dates.Period.Range;
import slipstream.analysis.dates.Period.Relative;
import slipstream.analysis.dates.Period.Year;
import slipstream.analysis.dates.PeriodGrammar.Match;

/**
 * Reads date and period expressions of Chinese, where each character is a token: 下周, 8月中旬, 年底前,
 * 2025年5月, 今年春节前. What bounds a period stands behind it.
 */
final class ChineseGrammar {
  private static final String WEEKDAYS = "一二三四五六日";

  private final Tokens tokens;
  private final Holidays holidays;
  private final ChineseCharacters characters;
  private final ChineseDistances distances;

  ChineseGrammar(Tokens tokens, Holidays holidays) {
    this.tokens = tokens;
    this.holidays = holidays;
    this.characters = new ChineseCharacters(tokens);
    this.distances = new ChineseDistances(tokens);
  }

  /** The expression that begins at {@code at} with its bounds; null when there is none. */
  @Nullable DateExpression read(int at) {
    if (!characters.isChinese(at) && !characters.isChinese(at + 1)) return null;
    int core = characters.past(at, "不早于", "最早将于", "最早于", "最早在", "最早将在", "最早");
    Bound bound = tokens.word(at).equals("不") ? Bound.NOT_BEFORE : Bound.AS_EARLY_AS;
    if (core < 0) {
      core = characters.past(at, "不晚于", "不迟于", "最迟于", "最迟在", "最迟", "最晚于", "最晚在", "最晚");
      bound = Bound.BY;
    }
    if (core < 0) {
      core = characters.past(at, "直到", "直至");
      bound = Bound.UNTIL;
    }
    return core < 0 ? bounded(at, at, Bound.AT) : bounded(at, core, bound);
  }

  private @Nullable DateExpression bounded(int start, int core, Bound prefix) {
    Match match = range(core);
    if (match == null) return null;
    Period period = match.period();
    Bound bound = prefix;
    int end = characters.past(match.end(), "前后", "左右", "附近");
    if (end > 0) bound = Bound.AROUND;
    else if ((end = characters.before(match.end())) > 0) bound = Bound.BEFORE;
    else if ((end = characters.past(match.end(), "或以后", "或之后", "或更晚", "起")) > 0) {
      bound = Bound.NOT_BEFORE;
    } else if ((end = characters.after(match.end())) > 0) bound = Bound.AFTER;
    if (bound == Bound.BEFORE && isEnd(period)) bound = Bound.BY;
    if (bound == Bound.BY && isEnd(period)) period = whole(period);
    return new DateExpression(start, end < 0 ? match.end() : end, core, period, bound);
  }

  private static boolean isEnd(Period period) {
    return (period instanceof Calendar c && c.part() == Part.END)
        || (period instanceof Relative r && r.part() == Part.END);
  }

  private static Period whole(Period period) {
    Period whole = PartGrammar.withPart(period, Part.WHOLE);
    return whole == null ? period : whole;
  }

  /** "8月15日至30日", "5月到6月". */
  private @Nullable Match range(int at) {
    Match first = period(at);
    if (first == null || !(first.period() instanceof Calendar c)) return first;
    int next = characters.past(first.end(), "至", "到", "-", "~", "—");
    if (next < 0) return first;
    Match last = period(next);
    if (last == null && c.unit() == Unit.DAY) {
      ChineseCharacters.Count day = characters.number(next);
      int end = day == null ? -1 : characters.past(day.end(), "日", "号", "號");
      if (day == null || end < 0 || day.value() > 31) return first;
      last = new Match(new Calendar(Unit.DAY, c.index(), day.value(), c.year(), Part.WHOLE), end);
    }
    if (last == null || !(last.period() instanceof Calendar)) return first;
    return new Match(new Range(first.period(), last.period(), false), last.end());
  }

  private @Nullable Match period(int at) {
    Match match = distances.read(at);
    if (match == null) match = day(at);
    if (match == null) match = week(at);
    if (match == null) match = relativeMonth(at);
    return match != null ? match : inYear(at);
  }

  private @Nullable Match day(int at) {
    int end = characters.past(at, "今天", "今日", "今晚");
    if (end > 0) return days(0, end);
    end = characters.past(at, "明天", "明日");
    if (end > 0) return days(1, end);
    end = characters.past(at, "后天", "後天");
    if (end > 0) return days(2, end);
    end = characters.past(at, "昨天", "昨日", "昨晚");
    return end > 0 ? days(-1, end) : null;
  }

  private static Match days(int offset, int end) {
    return new Match(new Relative(Unit.DAY, offset, Part.WHOLE), end);
  }

  /** "下周", "本周五", "星期一", "上周末". */
  private @Nullable Match week(int at) {
    ChineseCharacters.Count offset = characters.offset(at);
    int week = characters.past(offset == null ? at : offset.end(), "周", "週", "星期", "礼拜", "禮拜");
    if (week < 0) return null;
    String day = tokens.word(week).replace('天', '日');
    int number = day.isEmpty() ? -1 : WEEKDAYS.indexOf(day);
    if (number >= 0 && (offset != null || !characters.isNumeral(at - 1))) {
      Integer weeks = offset == null ? null : Integer.valueOf(offset.value());
      return new Match(new Period.Weekday(DayOfWeek.of(number + 1), weeks), week + 1);
    }
    if (offset == null) return null;
    Unit unit = day.equals("末") ? Unit.WEEKEND : Unit.WEEK;
    int end = unit == Unit.WEEKEND ? week + 1 : week;
    return new Match(new Relative(unit, offset.value(), Part.WHOLE), end);
  }

  /** "下个月", "本月底", "月中", "下季度". */
  private @Nullable Match relativeMonth(int at) {
    ChineseCharacters.Count offset = characters.offset(at);
    int from = offset == null ? at : offset.end();
    int quarter = offset == null ? -1 : characters.past(from, "季度", "季");
    if (offset != null && quarter > 0) {
      return new Match(new Relative(Unit.QUARTER, offset.value(), Part.WHOLE), quarter);
    }
    int month = characters.past(from, "月");
    if (month < 0 || characters.isNumeral(at - 1)) return null;
    Part part = characters.part(month);
    if (offset == null && part == null) return null;
    int value = offset == null ? 0 : offset.value();
    return part == null
        ? new Match(new Relative(Unit.MONTH, value, Part.WHOLE), month)
        : new Match(new Relative(Unit.MONTH, value, part), characters.partEnd(month));
  }

  /** What a year may stand before: a month, a quarter, a half, a season, a holiday; or a year. */
  private @Nullable Match inYear(int at) {
    ChineseCharacters.YearAt year = characters.year(at);
    if (year == null) {
      Match bare = bareYearPart(at);
      return bare != null ? bare : ofYear(at, Year.MISSING);
    }
    Match match = ofYear(year.end(), year.year());
    if (match != null) return match;
    Part part = characters.yearPart(year.end());
    if (part != null) {
      return new Match(new Calendar(Unit.YEAR, 0, 0, year.year(), part), year.partEnd(characters));
    }
    Integer offset = year.year().offset();
    Period whole =
        offset == null
            ? new Calendar(Unit.YEAR, 0, 0, year.year(), Part.WHOLE)
            : new Relative(Unit.YEAR, offset, Part.WHOLE);
    return new Match(whole, year.end());
  }

  /** "年底", "年内" without a year are this year's. */
  private @Nullable Match bareYearPart(int at) {
    int within = characters.past(at, "年内", "年內");
    if (within > 0) return new Match(new Relative(Unit.YEAR, 0, Part.REST), within);
    if (!tokens.word(at).equals("年") || characters.isNumeral(at - 1)) return null;
    Part part = characters.yearPart(at + 1);
    if (part == null) return null;
    return new Match(new Calendar(Unit.YEAR, 0, 0, Year.relative(0), part), at + 2);
  }

  private @Nullable Match ofYear(int at, Year year) {
    Match match = month(at, year);
    if (match == null) match = halfOrQuarter(at, year);
    if (match == null) match = season(at, year);
    return match != null ? match : holiday(at, year);
  }

  private @Nullable Match month(int at, Year year) {
    ChineseCharacters.Count month = characters.number(at);
    if (month == null || month.value() < 1 || month.value() > 12) return null;
    int end = characters.past(month.end(), "月份", "月");
    if (end < 0) return null;
    ChineseCharacters.Count day = characters.number(end);
    int dayEnd = day == null ? -1 : characters.past(day.end(), "日", "号", "號");
    if (day != null && dayEnd > 0) {
      if (day.value() < 1 || day.value() > java.time.Month.of(month.value()).maxLength())
        return null;
      return new Match(
          new Calendar(Unit.DAY, month.value(), day.value(), year, Part.WHOLE), dayEnd);
    }
    Part part = characters.part(end);
    return part == null
        ? new Match(new Calendar(Unit.MONTH, month.value(), 0, year, Part.WHOLE), end)
        : new Match(
            new Calendar(Unit.MONTH, month.value(), 0, year, part), characters.partEnd(end));
  }

  private @Nullable Match halfOrQuarter(int at, Year year) {
    int half = characters.past(at, "上半年", "下半年");
    if (half > 0) {
      int index = tokens.word(at).equals("上") ? 1 : 2;
      return new Match(new Calendar(Unit.HALF, index, 0, year, Part.WHOLE), half);
    }
    int start = characters.past(at, "第");
    ChineseCharacters.Count number = characters.number(start < 0 ? at : start);
    if (number == null || number.value() < 1 || number.value() > 4) return null;
    int end = characters.past(number.end(), "季度", "季");
    if (end < 0) return null;
    return new Match(new Calendar(Unit.QUARTER, number.value(), 0, year, Part.WHOLE), end);
  }

  private @Nullable Match season(int at, Year year) {
    int index = "春夏秋冬".indexOf(tokens.word(at));
    if (tokens.word(at).isEmpty() || index < 0) return null;
    int end = characters.past(at + 1, "季", "天");
    if (end < 0) return null;
    return new Match(new Calendar(Unit.SEASON, index + 1, 0, year, Part.WHOLE), end);
  }

  private @Nullable Match holiday(int at, Year year) {
    for (Holidays.Named named : holidays.startingWith(tokens.word(at))) {
      int end = characters.past(at, String.join("", named.words()));
      if (end < 0) continue;
      return new Match(new Period.Event(named.name(), named.days(), year, named.festive()), end);
    }
    return null;
  }
}
