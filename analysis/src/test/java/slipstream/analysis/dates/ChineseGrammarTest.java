package slipstream.analysis.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.contracts.Window;
import slipstream.contracts.config.Watchlist;

/** Chinese dates, for an item published on Thursday 14 August 2025. */
class ChineseGrammarTest {
  private static final LocalDate PUBLISHED = LocalDate.of(2025, 8, 14);
  private static final DateGrammar GRAMMAR =
      DateGrammar.of(new Watchlist(List.of(), List.of(), List.of(), List.of()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "该模型将于5月26日发布 | 2026-05-26 | 2026-05-26",
        "将于2025年5月发布 | 2025-05-01 | 2025-05-31",
        "将于二十六日后的八月二十六日发布 | 2025-08-26 | 2025-08-26",
        "预计下周发布 | 2025-08-18 | 2025-08-24",
        "预计下周五发布 | 2025-08-22 | 2025-08-22",
        "预计8月中旬发布 | 2025-08-11 | 2025-08-20",
        "预计本月底发布 | 2025-08-21 | 2025-08-31",
        "预计月底发布 | 2025-08-21 | 2025-08-31",
        "预计下个月发布 | 2025-09-01 | 2025-09-30",
        "预计下月初发布 | 2025-09-01 | 2025-09-10",
        "预计年底前发布 | 2025-08-15 | 2025-12-31",
        "预计今年底发布 | 2025-11-01 | 2025-12-31",
        "预计明年年初发布 | 2026-01-01 | 2026-04-30",
        "预计年内发布 | 2025-08-15 | 2025-12-31",
        "预计10月前发布 | 2025-08-15 | 2025-09-30",
        "预计第四季度发布 | 2025-10-01 | 2025-12-31",
        "预计2026年第一季度发布 | 2026-01-01 | 2026-03-31",
        "预计上半年发布 | 2026-01-01 | 2026-06-30",
        "预计明年下半年发布 | 2026-07-01 | 2026-12-31",
        "预计明年春节前发布 | 2025-08-15 | 2026-02-16",
        "预计国庆前发布 | 2025-08-15 | 2025-09-30",
        "预计今年秋季发布 | 2025-09-01 | 2025-11-30",
        "最早将于10月发布 | 2025-10-01 | 2025-10-31",
        "不早于10月发布 | 2025-10-01 | ",
        "最迟10月发布 | 2025-08-15 | 2025-10-31",
        "8月15日至30日之间发布 | 2025-08-15 | 2025-08-30",
        "9月10日左右发布 | 2025-09-03 | 2025-09-17",
        "两周内发布 | 2025-08-15 | 2025-08-28",
        "三个月后发布 | 2025-10-30 | 2025-11-29",
        "未来几周发布 | 2025-08-15 | 2025-10-09",
        "即将发布 | 2025-08-15 | 2025-11-12",
        "明天发布 | 2025-08-15 | 2025-08-15"
      })
  void expression_givesItsWindow(String sentence, LocalDate earliest, LocalDate latest) {
    List<DateExpression> found = GRAMMAR.find(Tokens.of(sentence));
    Window window =
        new WindowResolver(PUBLISHED, Sense.FUTURE)
            .resolve(found.get(found.size() - 1))
            .orElseThrow();
    assertThat(window.earliest()).isEqualTo(earliest);
    assertThat(window.latest()).isEqualTo(latest);
  }

  @Test
  void numbersNamesAndIdioms_areNoDates() {
    assertThat(GRAMMAR.find(Tokens.of("该公司月活用户达3亿，每周一更，中国第一，三周一次，前往上海"))).isEmpty();
  }

  @Test
  void impossibleDay_isNoDay() {
    assertThat(GRAMMAR.find(Tokens.of("将于2月30日发布")))
        .noneMatch(date -> date.period() instanceof Period.Calendar c && c.unit() == Unit.DAY);
  }
}
