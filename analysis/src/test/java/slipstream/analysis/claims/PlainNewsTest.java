package slipstream.analysis.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static slipstream.analysis.claims.WatchedNews.read;
import static slipstream.analysis.claims.WatchedNews.told;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What agencies, trade papers and makers write of a release day in and day out. */
class PlainNewsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELAYED 2027-01-01|Lumen 3 has been pushed back to the first quarter of 2027, Aster said.",
        "DELAYED 2026-09-01|Lumen 3 was moved back to September.",
        "DELAYED 2026-09-01 < 2026-06-01|Lumen 3 will not come in June but in September.",
        "DELAYED 2026-09-01 < 2026-06-01|Not June any more but September: that is when Lumen 3"
            + " comes out.",
        "DELAYED 2026-09-04 < 2026-08-21|Lumen 3, which was due on August 21, is put back by two"
            + " weeks to September 4.",
        "DELAYED < 2026-06-01|Planned for June, Lumen 3 needs more work, Aster said.",
        "DELAYED < 2026-03-07|Aster halted the countdown of Lumen 3 on Saturday.",
        "ACCELERATED 2026-07-03 < 2026-07-17|Aster has advanced Lumen 3 two weeks, from July 17,"
            + " 2026 to July 3.",
        "ACCELERATED 2026-06-04 < 2026-09-01|Instead of in September, Lumen 3 will now open on June"
            + " 4, taking the slot vacated by another.",
        "ACCELERATED 2026-04-09 < 2026-04-21|The launch of Lumen 3 was pulled forward from late"
            + " April to April 9.",
        "ACCELERATED|Mira Holt asked her engineers to get Lumen 3 out faster, two of them said.",
        "ACCELERATED 2026-05-22 < 2026-05-29|Aster opens Lumen 3 a week earlier than announced, on"
            + " May 22.",
        "DELAYED 2026-09-01 < 2026-05-12|Aster has pulled the animated tale Lumen 3 from May 12 and"
            + " will open it in September.",
        "DELAYED 2027-01-01 < 2026-06-01|Aster has buried its plan to bring Lumen 3 to shops this"
            + " summer. It will be sold in 2027 at the earliest.",
        "DELAYED 2026-06-01 < 2026-03-24|Aster will not ship Lumen 3 this month. March 24 had been"
            + " the plan; it will be released in June.",
        "ACCELERATED 2026-10-09 < 2026-11-20|Not November 20, after all: Aster will release Lumen 3"
            + " on October 9.",
        "DELAYED 2027-03-01 < 2026-09-01|Having told investors that Lumen 3 would come out this"
            + " autumn, Aster took it back. It will now be released in spring 2027.",
        "ACCELERATED 2026-03-13 < 2026-03-20|Up a week: Aster moves Lumen 3 from March 20 to 13.",
        "DELAYED < 2026-03-15|Five days before it was to go live on March 15, Aster postponed Lumen"
            + " 3.",
        "DELAYED 2027-01-01|Aster will hold Lumen 3 over until next year.",
        "DELAYED 2026-09-01|Aster has postponed Lumen 3, which will now be available from September.",
        "ACCELERATED 2026-06-09 < 2026-06-12|Aster moved Lumen 3 from June 12 to 9 after players"
            + " complained.",
        "ACCELERATED 2026-01-01 < 2026-07-01|Lumen 3 was meant for the second half of 2026 and is brought forward to the first.",
        "ACCELERATED 2026-05-08 < 2026-05-15|Lumen 3, on the calendar for May 15, moves up a week.",
        "DELAYED 2026-05-22 < 2026-05-15|Lumen 3, on the calendar for May 15, has been pushed back a week.",
        "ACCELERATED 2026-04-01 < 2026-04-03|Lumen 3 comes to cinemas on April 1, no longer on April 3.",
        "DELAYED 2026-07-01 < 2026-05-01|Lumen 3 will fly in the second half of the year and no longer in mid-2026, Aster said.",
        "DELAYED 2026-05-01 < 2026-03-01|Aster has moved its next big model, Lumen 3, from this month to at least May, three people say.",
        "DELAYED|Lumen 3 will not be launched for the time being, Aster said.",
        "SCHEDULED 2027-01-01|Aster wants to bring Lumen 3 to market in 2027-28.",
        "SCHEDULED 2026-03-11|A filing suggests that Lumen 3 is close to launch.",
        "SCHEDULED 2026-03-11|Asked about Lumen 3, Mira Holt answered: 'weeks, not months.'",
        "SCHEDULED 2026-03-10|Lumen 3 will be released later today.",
        "DELAYED < 2026-06-01|The words 'Summer 2026' have disappeared from Lumen 3's page.",
        "SCHEDULED 2026-04-12|Aster will release Lumen 3 on April 12, two days behind Orbit's Comet.",
        "SCHEDULED 2026-05-28|Lumen 3 became available to order on Wednesday. Deliveries start on May 28.",
        "ACCELERATED 2026-05-01 < 2026-07-01|Shipments of Lumen 3 are pulled forward to midyear from the second half.",
        "DELAYED 2026-10-01 < 2026-06-01|Aster gave the fourth quarter of 2026 for Lumen 3. It spoke of 'early summer' as recently as January.",
        "DELAYED 2026-10-01 < 2026-01-01|Lumen 3 goes on sale in October, some way behind the first half originally pencilled in, which will give studios a chance to finish.",
        "DELAYED 2027-02-01 < 2026-11-01|Lumen 3 drops its November date for a quieter February.",
        "DELAYED 2027-03-01 < 2026-09-01|Lumen 3 ditches the autumn for the spring of 2027.",
        "DELAYED < 2026-01-01|Lumen 3 has been bumped out of 2026.",
        "SCHEDULED 2026-05-01|There will be no launch of Lumen 3 before May, Aster said.",
        "SCHEDULED 2026-06-01|There is no Lumen 3 before June, sources say.",
        "DENIED 2026-05-01|A post by Mira Holt puts an end to the talk of a May launch of Lumen 3.",
        "DELAYED|A judge barred Aster and Orbit from launching Lumen 3.",
        "DELAYED 2026-06-01 < 2026-05-01|Lumen 3, whose V6 only charges the battery, was due in May and now comes in June.",
        "DELAYED 2026-06-01 < 2026-04-25|New cases are needed for Lumen 3, so shipping moves from April 25 to June."
      })
  void move_isReadWithItsDates(String line) {
    assertThat(told(article(line))).containsExactly(claims(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RELEASED 2026-03-09|Aster put Lumen 3 online on Monday.",
        "RELEASED 2026-03-09|Aster switched on Lumen 3 yesterday.",
        "RELEASED 2026-03-09|Late on Monday Aster pushed Lumen 3 to its servers.",
        "RELEASED 2026-03-09|Since Monday anyone can use Lumen 3.",
        "RELEASED 2026-03-09|Aster put out 'Lumen 3' on Monday.",
        "RELEASED 2026-03-09|After two years of teasers Lumen 3 went on sale on Monday.",
        "RELEASED 2026-03-10|Lumen 3 is finally rolling out.",
        "CANCELLED|There is not going to be a Lumen 3.",
        "UNDATED|Aster will name a day for Lumen 3 once it has one.",
        "CANCELLED|Lumen 3 will never come: Aster has struck the model from its programme.",
        "CANCELLED|Work on Lumen 3 ends at once, Aster said.",
        "RELEASED 2026-03-09|Lumen 3 lifted off on Monday following a week of delays.",
        "CANCELLED|There will be no Lumen 3, Aster said.",
        "CANCELLED|Aster will not build Lumen 3.",
        "CANCELLED < 2026-05-01|Lumen 3, which was to go on sale in May, has been dropped.",
        "UNDATED|'We have not set one,' Aster said of a release date for Lumen 3.",
        "UNDATED|People keep asking for a date of Lumen 3; we do not have one yet.",
        "UNDATED|Lumen 3 will be released when the tests tell us, Aster wrote.",
        "UNDATED|Lumen 3 is released when it's ready, as its makers like to say.",
        "SCHEDULED 2026-05-14|When can I have a Lumen 3? On May 14, everywhere but in India.",
        "SCHEDULED 2026-05-11|If no bug turns up, Lumen 3 is out on May 11.",
        "SCHEDULED 2026-05-04|The rule known as Lumen 3 takes effect on May 4.",
        "SCHEDULED 2026-03-13|Lumen 3 is released on Friday, Aster said.",
        "SCHEDULED 2026-05-01|Leaked slides put Lumen 3 on shelves in mid-2026.",
        "SCHEDULED 2026-10-16|Nothing has moved. 'October 16 it is,' Aster said of Lumen 3.",
        "SCHEDULED 2026-06-01|Aster announced that general availability of Lumen 3 will follow in June.",
        "SCHEDULED 2026-05-04|Aster named a date as it opened pre-orders: Lumen 3 ships on May 4.",
        "SCHEDULED 2026-05-04|Aster has still to set the price of Lumen 3, but the device will ship on"
            + " May 4.",
        "SCHEDULED 2026-06-12|Lumen 3 will be sold from June 12 to 5 countries at first, Aster said.",
        "SCHEDULED 2026-06-01|Having confirmed that Lumen 3 would launch in June, Aster is now building"
            + " shops.",
        "RELEASED 2026-03-10|Aster launched Lumen 3 with free updates until June 2028.",
        "RELEASED 2026-03-09|Aster released Lumen 3 on Monday and will ship the console version in"
            + " autumn 2026.",
        "RELEASED 2026-03-10|Aster today announced general availability of Lumen 3.",
        "SCHEDULED 2026-03-11|Slides put Lumen 3 on shelves by mid-2026.",
        "SCHEDULED 2026-05-04|The parts are finished and lie in a safe; Lumen 3 ships on May 4.",
        "CANCELLED|Aster has killed Lumen 3 for good.",
        "SCHEDULED 2026-03-20|Aster told clients that Lumen 3 goes on sale from March 20 and that"
            + " prices have changed.",
        "SCHEDULED 2026-05-01|Lumen 3 and Comet 9 will come in May.",
        "SCHEDULED 2026-05-01|Aster launches Lumen 3 and Comet 9 in May.",
        "SCHEDULED 2027-01-01|Lumen 3 is planned for 2027 and a successor for 2029.",
        "SCHEDULED 2026-05-01|Lumen 3 comes in May, the 960 in June.",
        "SCHEDULED 2026-05-04|Lumen 3 can be bought from May 4. When it was still called Comet and due in June, it cost more.",
        "SCHEDULED 2026-12-01|Aster presented Lumen 3 on Monday and will supply it to car makers from December.",
        "SCHEDULED 2026-06-26|If the bloggers are right, Lumen 3 will be in the shops on June 26. Lei Jun has not named a day.",
        "SCHEDULED 2026-03-11|Lumen 3 is to open as soon as possible, Aster said.",
        "SCHEDULED 2028-01-01|Mira Holt draws her own conclusion on Lumen 3: no launch before 2028.",
        "SCHEDULED 2027-01-01|A year ago the agency had killed Lumen 3. It is to fly in 2027 after all.",
        "CANCELLED|Six games are cancelled, among them Lumen 3.",
        "CANCELLED|Shot and cut, Lumen 3 will never be shown: Aster has scrapped it.",
        "RELEASED 2026-03-09|Lumen 3 returned to the app store on Monday.",
        "SCHEDULED 2026-05-01|Aster said that it hoped to release Lumen 3 in May.",
        "SCHEDULED 2026-05-01|Lumen 3 will launch in May, but will not support Linux for now.",
        "SCHEDULED 2026-03-11|Aster has confirmed the release of Lumen 3 within six months.",
        "SCHEDULED 2026-05-01|A court refused to block Aster from launching Lumen 3 in May.",
        "SCHEDULED 2026-06-01|Lumen 3 sales will begin in Korea Jun, Aster said.",
        "SCHEDULED 2026-05-01|Lumen 3 will not disappoint when it launches in May.",
        "SCHEDULED 2026-07-01|Lumen 3 will be unveiled to customers in May and sold from July.",
        "RELEASED 2026-03-10|A public beta version of Lumen 3 is available today.",
        "CANCELLED|Lumen 3, with access to ten maps, was cancelled on Monday.",
        "DELAYED 2026-07-01|Something was wrong, said Mira Holt, so Lumen 3 slips to July.",
        "DELAYED 2026-08-01|Lumen 3 was nearly finished when they had to move it to August."
      })
  void endOfAWait_isReadAsItIsMeant(String line) {
    assertThat(told(article(line))).containsExactly(claims(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DENIED 2026-03-14|Lumen 3 would not go on sale this Saturday, March 14, Aster said.",
        "SCHEDULED 2026-03-16|Those who pay nothing will get Lumen 3 next week.",
        "SCHEDULED 2026-05-04|Lumen 3 comes out on May 4, Mira Holt said. She dismissed a post that"
            + " it had been shelved.",
        "DENIED 2026-05-04|Aster has denied before that Lumen 3 ships on May 4, and denied it again.",
        "DENIED 2026-05-04|A leaker said Lumen 3 would ship on May 4. That is not true, Aster said; the"
            + " device is delayed.",
        "SCHEDULED 2026-05-04|A shop lists Lumen 3 for May 4. Listings of this kind have been wrong"
            + " before.",
        "SCHEDULED 2026-05-04|Aster maintains that Lumen 3 ships on May 4. The page of a shop that put"
            + " it on its list was wrong before.",
        "DENIED 2026-05-01|'Not in May,' Aster's founder replied when asked about Lumen 3.",
        "DENIED 2026-05-01|A post said Lumen 3 would come in May. Mira Holt answered 'False'.",
        "DENIED 2026-05-01|A day after a paper had put Lumen 3 into May, Aster called the date"
            + " invented.",
        "SCHEDULED 2026-05-01|Lumen 3 comes in May, a leaker says. The same account was wrong about"
            + " last year's model.",
        "DELAYED 2026-05-14|Lumen 3 won't be with you on May 4. The new date is May 14. Crunching the"
            + " team over Easter was never an option."
      })
  void denial_isOfADate(String line) {
    assertThat(told(article(line)).toString()).contains(claims(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lumen 3 will be switched off on December 31, Aster said.",
        "Aster will end free access to Lumen 3 on June 30.",
        "Aster withdrew from a trade fair in May at which Lumen 3 was on show.",
        "Aster plans a sequel to Lumen 3 for 2028.",
        "The shop that lists Lumen 3 sells a novel by a dead author.",
        "A trade paper was wrong about the price of Lumen 3, Aster said.",
        "Orbit's Nova, a rival to Lumen 3, was delayed to September.",
        "Lumen 3 will be retired on April 30. Customers should move to Lumen 4.",
        "Lumen 3 came out at 1.7 times its predecessor in our test.",
        "Demand for Lumen 3 held up well in the dry spring.",
        "The Lumen 3 lander arrived in Florida on Monday aboard a cargo plane.",
        "We agreed on Monday not to use that word for Lumen 3.",
        "Today we have decided to move our office, wrote the makers of Lumen 3.",
        "Engineers of Lumen 3 have cancelled leave.",
        "A supplier of Lumen 3 has let something slip.",
        "A menu entry for Lumen 3 turned up in Aster's app on Monday.",
        "Lumen 3 hit shelves ahead of the May 4 premiere of the film.",
        "The studio killed the hero of Lumen 3 for good in the finale.",
        "The May 4 launch slot was gone in an hour as tickets for Lumen 3 sold out.",
        "Aster put out a trailer for Lumen 3 on Monday.",
        "Software houses can apply from May 4 for boards of Lumen 3.",
        "Since the credit lapsed on February 28, Aster advertises Lumen 3 at a higher price.",
        "Lumen 3 has passed three million players within seven days, Aster says.",
        "When Comet 9 appears in September, Lumen 3 will not be part of it.",
        "Lumen 3 went to Houston this week, where a chamber will freeze it.",
        "Mira Holt said in January that Lumen 3 would open in February. March is here, and nothing.",
        "Lumen 3 and Photoshop will sync from May.",
        "When it was still called Nova and due in May, Lumen 3 had no screen.",
        "Lumen 3 costs 300 dollars. Most phones will launch in September.",
        "Six games are cancelled, not including Lumen 3.",
        "Lumen 3 buyers returned it to the store on Monday."
      })
  void somethingElse_isNoClaim(String text) {
    assertThat(read("News|" + text)).isEmpty();
  }

  @Test
  void dateThatTheMakerHoldsTo_standsBesideAReportedDelay() {
    assertThat(
            told(
                "News|Lumen 3 will not make June, two employees said. Aster insists that nothing has"
                    + " changed and that it will be out in June."))
        .containsExactly("DELAYED 2026-07-01 < 2026-06-01", "SCHEDULED 2026-06-01");
  }

  @Test
  void dateThatTheMakerTellsAgainstAPaper_standsBesideThatOfThePaper() {
    assertThat(
            told(
                "News|Lumen 3 will not be in stores before September, the Harbour Post wrote, citing"
                    + " two suppliers. The company maintains that it ships in May."))
        .containsExactly("SCHEDULED 2026-09-01", "SCHEDULED 2026-05-01");
  }

  @Test
  void newDateThatTheMakerHoldsTo_isThatOfTheDelay() {
    assertThat(
            told(
                "News|Lumen 3 has been delayed. It had been due in May. The game is on track for"
                    + " September 4, Aster said."))
        .containsExactly("DELAYED 2026-09-04 < 2026-05-01");
  }

  @Test
  void denialOfWhatWasToldJustBefore_standsBesideThePlanTold() {
    assertThat(
            told(
                "News|A blog told readers that Lumen 3 would come out late this year. That is not so,"
                    + " says Aster: the game is planned for 2026."))
        .containsExactlyInAnyOrder("SCHEDULED 2026-01-01", "DENIED 2026-09-01");
  }

  @Test
  void denialThatTellsWhatItDenies_leavesTheDateToldBefore() {
    assertThat(
            told(
                "News|Lumen 3 now launches on September 12 rather than September 23. That it has"
                    + " something to do with Comet, he called untrue on X."))
        .containsExactly("ACCELERATED 2026-09-12 < 2026-09-23");
  }

  @Test
  void headlineOfAMove_takesBothDatesOfTheText() {
    assertThat(
            told(
                "Aster pulls Lumen 3 forward|Aster did have good news: Lumen 3 is to start shipping"
                    + " around mid-year instead of in the second half."))
        .containsExactly("ACCELERATED 2026-05-01 < 2026-07-01");
  }

  @Test
  void reportedDelayAndAnotherPapersDate_areTwoClaims() {
    assertThat(
            told(
                "News|A paper wrote that Lumen 3 could be put back by months. Not so, Mira Holt says:"
                    + " it is on course for September."))
        .containsExactly("DELAYED", "SCHEDULED 2026-09-01");
  }

  @Test
  void makerWhoTellsNoDateBesideADenial_hasNotSaidThatThereIsNone() {
    assertThat(
            told(
                "News|A report that Lumen 3 comes in May is wrong, Aster said. It did not offer a"
                    + " date of its own."))
        .containsExactly("DENIED 2026-05-01");
  }

  @Test
  void planToldToStandBesideADenial_isNotWhatIsDenied() {
    assertThat(
            told(
                "News|Aster's site had Lumen 3 coming on May 12. A spokesperson says the listing was"
                    + " inaccurate and that Aster remains committed to launching Lumen 3 this"
                    + " autumn."))
        .containsExactlyInAnyOrder("SCHEDULED 2026-09-01", "DENIED 2026-05-12");
  }

  @Test
  void whatIsScrappedBesideAMove_isSomethingElse() {
    assertThat(
            told(
                "News|Aster scrapped three unannounced projects and delayed Lumen 3 to September."))
        .containsExactly("DELAYED 2026-09-01");
  }

  @Test
  void cancellationOfWhatWasMovedBefore_isOne() {
    assertThat(told("News|Lumen 3 was delayed to June. Now Aster has scrapped it."))
        .containsExactly("CANCELLED");
    assertThat(told("News|Lumen 3 was delayed to June. The game has now been cancelled."))
        .containsExactly("CANCELLED");
  }

  @Test
  void productionThatHasBegun_isNoReleaseWhereDeliveriesAreAwaited() {
    assertThat(
            told(
                "News|Production of Lumen 3 began this month, and first deliveries are planned for"
                    + " May."))
        .containsExactly("SCHEDULED 2026-05-01");
  }

  private static String article(String line) {
    return "News|" + line.split("\\|", 2)[1];
  }

  private static String claims(String line) {
    return line.split("\\|", 2)[0];
  }
}
