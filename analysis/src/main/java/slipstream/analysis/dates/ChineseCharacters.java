package slipstream.analysis.dates;

import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.Period.Year;

/** The small pieces of Chinese dates: numbers, years, parts of a month or year, bounds. */
final class ChineseCharacters {
  private static final String DIGITS = "零一二三四五六七八九";

  private final Tokens tokens;

  ChineseCharacters(Tokens tokens) {
    this.tokens = tokens;
  }

  /** A number as counted and the token after it. */
  record Count(int value, int end) {}

  /** A year and the token after it. */
  record YearAt(Year year, int end) {
    int partEnd(ChineseCharacters characters) {
      return characters.past(end, "年") > 0 ? end + 2 : end + 1;
    }
  }

  boolean isChinese(int at) {
    String word = tokens.word(at);
    return !word.isEmpty() && word.charAt(0) >= '\u2e80' && Character.isIdeographic(word.charAt(0));
  }

  /** The token after the first of {@code words} that stands here; -1 when none does. */
  int past(int at, String... words) {
    for (String word : words) {
      int i = 0;
      while (i < word.length() && isAt(at + i, word.charAt(i))) i++;
      if (i == word.length()) return at + i;
    }
    return -1;
  }

  private boolean isAt(int at, char c) {
    String word = tokens.word(at);
    return word.length() == 1 && word.charAt(0) == c;
  }

  /** "8", "八", "十二", "二十六"; "两" is two. */
  @Nullable Count number(int at) {
    Integer arabic = DateWords.number(tokens.word(at));
    if (arabic != null)
      return Character.isDigit(tokens.word(at).charAt(0)) ? new Count(arabic, at + 1) : null;
    if (past(at, "两", "兩") > 0) return new Count(2, at + 1);
    int ones = digit(at);
    if (past(ones < 0 ? at : at + 1, "十") < 0) return ones < 0 ? null : new Count(ones, at + 1);
    int tens = ones < 0 ? 1 : ones;
    int next = ones < 0 ? at + 1 : at + 2;
    int unit = digit(next);
    return unit < 0 ? new Count(10 * tens, next) : new Count(10 * tens + unit, next + 1);
  }

  private int digit(int at) {
    String word = tokens.word(at);
    return word.length() == 1 ? DIGITS.indexOf(word.charAt(0)) : -1;
  }

  boolean isNumeral(int at) {
    return number(at) != null || past(at, "十", "每", "几", "幾", "数", "數", "半", "个", "個") > 0;
  }

  /** "本", "这个", "下", "下下", "上个" before a week, month or quarter. */
  @Nullable Count offset(int at) {
    int end = past(at, "本", "这个", "这", "這個", "這", "当");
    if (end > 0) return new Count(0, end);
    end = past(at, "下下个", "下下");
    if (end > 0) return new Count(2, end);
    end = past(at, "下个", "下個", "下");
    if (end > 0) return new Count(1, end);
    end = past(at, "上个", "上個", "上");
    return end > 0 ? new Count(-1, end) : null;
  }

  /** "2025年", "今年", "明年". */
  @Nullable YearAt year(int at) {
    Integer number = DateWords.year(tokens.word(at));
    int printed = number == null ? -1 : past(at + 1, "年");
    if (number != null && printed > 0) return new YearAt(Year.of(number), printed);
    int end = past(at, "今年", "本年");
    if (end > 0) return new YearAt(Year.relative(0), end);
    end = past(at, "明年", "来年", "來年");
    if (end > 0) return new YearAt(Year.relative(1), end);
    end = past(at, "后年", "後年");
    if (end > 0) return new YearAt(Year.relative(2), end);
    end = past(at, "去年");
    return end > 0 ? new YearAt(Year.relative(-1), end) : null;
  }

  /** The part of a month that follows its name. */
  @Nullable Part part(int at) {
    if (past(at, "上旬", "初") > 0) return Part.EARLY;
    if (past(at, "中旬") > 0 || (past(at, "中") > 0 && !isChinese(at + 1))) return Part.MID;
    if (past(at, "下旬") > 0) return Part.LATE;
    if (past(at, "底", "末") > 0) return Part.END;
    if (past(at, "上半月") > 0) return Part.FIRST_HALF;
    return past(at, "下半月") > 0 ? Part.SECOND_HALF : null;
  }

  int partEnd(int at) {
    return past(at, "上旬", "中旬", "下旬", "上半月", "下半月", "初", "中", "底", "末");
  }

  /** The part of a year that follows it: "今年底", "2026年年初". */
  @Nullable Part yearPart(int at) {
    int start = past(at, "年") > 0 ? at + 1 : at;
    if (past(start, "初") > 0) return Part.EARLY;
    if (past(start, "中") > 0 && past(start, "中国", "中國", "中美", "中文", "中心") < 0) return Part.MID;
    return past(start, "底", "末", "尾") > 0 ? Part.END : null;
  }

  /** "之前", "前", but not the first character of "前往" (to go to). */
  int before(int at) {
    int end = past(at, "之前", "以前", "前");
    return end > 0 && past(end, "往", "景", "夕", "沿", "端", "提", "瞻", "任") < 0 ? end : -1;
  }

  /** "之后", "后", but not the first character of "后续" (follow-up). */
  int after(int at) {
    int end = past(at, "之后", "以后", "之後", "以後", "后", "後");
    return end > 0 && past(end, "续", "續", "台", "臺", "端", "期", "者") < 0 ? end : -1;
  }
}
