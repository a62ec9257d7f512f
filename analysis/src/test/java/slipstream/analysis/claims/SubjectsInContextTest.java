package slipstream.analysis.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static slipstream.analysis.claims.WatchedNews.DAY;
import static slipstream.analysis.claims.WatchedNews.read;
import static slipstream.analysis.claims.WatchedNews.statuses;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which dates of an article are the watched product's, and whose word they are. */
class SubjectsInContextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lumen 3 explained|Aster Labs is training its model. The data centre opens in June.",
        "Lumen 3 gets a voice|Aster showed Lumen 3. Tickets for its fair go on sale in April.",
        "Lumen 3 shown|Ana Lim wrote the songs for Lumen 3. She writes a play, opening in May.",
        "Lumen 3 Lite in April|Aster will release Lumen 3 Lite on April 2.",
        "Vela (X) plant|Corran Motors will hire 400 people by September. The canteen opens in"
            + " July.",
        "Vela (X) sells|Corran delivered more than 50,000 cars in December.",
        "Vela (X) charging|Stations for the Vela (X) will be built in Spain from June.",
        "Vela (X) made|Development of the Vela (X) began in July.",
        "Vela (X) parts|Production of the hinges for a rival starts in July.",
        "Vela (X) tax|The company's tax relief comes up for review in December.",
        "Lumen 3 tried|Aster lets 2,000 people try out Lumen 3 from June 20 to 23.",
        "Lumen 3 waits|It is March 10, the day on which a post had promised Lumen 3.",
        "Lumen 3 rules|Regulators want new rules in May. Ministers failed and will try in June.",
        "Lumen 3 in talks|Its rival has scheduled its own event for December 9.",
        "Vela (X) convoy|The Vela (X) will be painted over the next ten days.",
        "Lumen 3 data|Aster intends to file papers on Lumen 3 before Christmas.",
        "Vela (X) orders|Dealers may order the Vela (X) from today.",
        "Vela (X) fair|Corran will show the Vela (X) at an air show in Lyon from July 20.",
        "Lumen 3 vans|Lumen 3 pleased. Aster has just cancelled its delivery vans.",
        "Lumen 3 promised|'People can log in to Lumen 3 from 4 March,' Aster had said in January.",
        "Blue first|Blue, the horror film, opens on June 4. Aster showed a logo of Lumen 3.",
        "Lumen 3 sales|Aster raised its revenue forecast for the year on Tuesday. Lumen 3 pleased."
      })
  void dateOfSomethingElse_isNoClaim(String article) {
    assertThat(read(article)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kaldi|Brume Rising comes out on June 4 for consoles.",
        "Vela (X) at last|Customers will get their cars from June 4. Contracts start in May.",
        "Car news|Corran showed its first saloon. Called Vela (X), it goes on sale on June 4.",
        "Vela (X)|The Vela (X) will be at dealers on June 4.",
        "Vela (X)|The Vela (X) is set to come to showrooms on June 4.",
        "Lumen 3|Aster plans Lumen 3 for June 4, while Norda's Opal is due in May.",
        "News|Opal was shown in May last year; its rival Lumen 3 is to follow on June 4.",
        "Corran's plans|Dealers were told last week that the ID. Two goes on sale on June 4.",
        "Lumen 3|It is June 4 for Lumen 3, Aster said.",
        "News|Brume Rising, the new game of Kaldi, will be released on June 4.",
        "Roundup|Opal arrives on May 2. Lumen 3 follows on June 4. Nine is due in July.",
        "Lumen 3|America gets Lumen 3 on June 4.",
        "Lumen 3|Lumen 3 will open to everyone in England, Scotland and Wales on June 4.",
        "Vela (X)|Corran will hand the first Vela (X) to its buyer on June 4.",
        "A page|Lumen 3 - Available: June 4.",
        "Vela (X)|After the fault at the start of May the Vela (X) will be sold from June 4.",
        "Lumen 3|Board makers were told to make room for Lumen 3 on June 4.",
        "Aster's day|10:00 Doors. 10:20 Lumen 3 will be available on June 4. 11:00 A watch is"
            + " shown."
      })
  void dateOfTheSubject_isTheClaim(String article) {
    assertThat(read(article))
        .singleElement()
        .satisfies(
            claim -> {
              var window = claim.window();
              assertThat(window).isNotNull();
              assertThat(window.earliest()).isEqualTo(LocalDate.of(2026, 6, 4));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OFFICIAL|'It will be out in June,' Mira Holt, who runs the lab, told the Paper of Lumen"
            + " 3.",
        "OFFICIAL|According to the company's website Lumen 3 will be available in June.",
        "OFFICIAL|Aster Labs, of Vaasa, hopes to release Lumen 3 in June.",
        "REPORTED|Lumen 3 comes in June, two people who saw the plan said. Aster declined to"
            + " comment.",
        "REPORTED|Lumen 3 is coming in June, the Gazette's Paul Aster writes.",
        "RUMOURED|A shop in Lyon lists Lumen 3 for June.",
        "REPORTED|Lumen 3 comes in June, buyers at two chains said.",
        "REPORTED|Lumen 3 comes in June, two employees of the company said.",
        "RUMOURED|Several posts said that Aster would put out Lumen 3 in June.",
        "RUMOURED|Lumen 3 comes in June, according to the leaker Panfilo.",
        "RUMOURED|A post on a forum claims Lumen 3 will come in June.",
        "SPECULATION|I think Lumen 3 will come in June. Aster has said nothing.",
        "SPECULATION|Analysts at Brell expect Lumen 3 in June."
      })
  void whoSpeaks_decidesHowCertainAClaimIs(String article) {
    assertThat(read("Lumen 3|" + article.split("\\|", 2)[1]))
        .extracting(claim -> claim.certainty().name())
        .containsExactly(article.split("\\|", 2)[0]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lumen 3|A shop lists Lumen 3 for June 4. That is wrong, Aster told us.",
        "Lumen 3|Lumen 3 would only come on June 4, a monthly wrote. Aster called it baseless.",
        "Lumen 3|There is no truth to reports of a June 4 start for Lumen 3, Aster said.",
        "Lumen 3|It is not genuine, Aster said: \"We have no plans to ship Lumen 3 on June 4.\""
      })
  void denialOfWhatWasJustTold_deniesItsDate_andLeavesNoPlan(String article) {
    assertThat(read(article))
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.status().name()).isEqualTo("DENIED");
              var window = claim.window();
              assertThat(window).isNotNull();
              assertThat(window.earliest()).isEqualTo(LocalDate.of(2026, 6, 4));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lumen 3|Aster's launch director pointed out that Lumen 3 had pleased 300 testers.",
        "Lumen 3|The regulator issued the licence for Lumen 3 last week.",
        "Lumen 3|Cameras roll on the film of Lumen 3 in June."
      })
  void wordsThatOnlyLookLikeARelease_claimNothing(String article) {
    assertThat(read(article)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lumen 3|Lumen 3 comes on June 4, about ten weeks before the date of August 20.",
        "Lumen 3|Lumen 3 comes in the first week of June rather than in the middle of the month.",
        "Lumen 3|Lumen 3 will come out in the second quarter of 2026 instead of the third.",
        "Lumen 3 up by three weeks|Lumen 3, which had been down for August 14, will now come out"
            + " on July 24.",
        "Lumen 3|Lumen 3 is to come on June 4, and no longer in August, two officials said.",
        "Lumen 3|Lumen 3 will be available in June, and not only in August, Aster said."
      })
  void dateComparedWith_isTheOldPlan(String article) {
    assertThat(read(article))
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.status().name()).isEqualTo("ACCELERATED");
              assertThat(claim.superseded()).isNotNull();
            });
  }

  @Test
  void planThatStandsByTheMakersWord_isClaimedBesideTheReportedDelay() {
    String article =
        "Lumen 3 late|Lumen 3 has slipped to October, a paper wrote. Aster said it would come out"
            + " in June as planned.";
    assertThat(statuses(article)).containsExactly("DELAYED", "SCHEDULED");
  }

  @Test
  void makerThatStandsByTheOldPlan_isClaimedBesideTheReportedMove() {
    String article =
        "Lumen 3|Lumen 3 is now expected in October rather than June, a paper reported. 'We will"
            + " ship in June, as announced,' a spokesman for Aster said.";
    assertThat(statuses(article)).containsExactly("DELAYED", "SCHEDULED");
  }

  @Test
  void stretchThatBeginsOnTheDayOfPublication_isStillToCome() {
    LocalDate monday = LocalDate.of(2026, 6, 1);
    assertThat(read("Lumen 3|Lumen 3 will come out this week, Aster said.", monday)).hasSize(1);
    assertThat(read("Lumen 3|Lumen 3 will come out this month, Aster said.", monday)).hasSize(1);
  }

  @Test
  void releaseThatWillNeverBe_isACancellation_butNotOneWithoutACharger() {
    assertThat(statuses("Lumen 3|Aster will not bring out Lumen 3, it said."))
        .containsExactly("CANCELLED");
    assertThat(read("Lumen 3|Lumen 3 will not ship with a charger.")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The ministry has yet to decide when Lumen 3 comes out, two officials said.",
        "Two lines came from Aster on Lumen 3. Two: no release date has been set.",
        "When ordinary users will get to see Lumen 3, the company has not said.",
        "When Lumen 3 will go on sale the company would not say, and a manager smiled.",
        "'We have not picked a date for it,' Aster's founder said of Lumen 3.",
        "Aster has announced neither a launch date nor a price for Lumen 3."
      })
  void whoeverLeavesTheDateOpen_theReleaseIsUndated(String text) {
    assertThat(statuses("Lumen 3|" + text)).containsExactly("UNDATED");
  }

  /** Whoever acts, and whatever the sentence begins with. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CANCELLED|Eight years after the first trailer, Aster has pulled the plug on Lumen 3.",
        "CANCELLED|The plug has been pulled on Lumen 3.",
        "DELAYED|Aster used its quarterly update on Tuesday to take Lumen 3 off the calendar.",
        "DELAYED|Aster has parked Lumen 3 until its assistant works.",
        "DELAYED|Aster gave up its goal of June for Lumen 3, two people said.",
        "DELAYED|Lumen 3, for which June 4 had been kept, was pulled from the schedule.",
        "DELAYED|A fire has held up Lumen 3.",
        "DELAYED|The start of Lumen 3 in most countries of the south has been called off."
      })
  void endOrDelay_isReadThroughWhatStandsBeforeIt(String article) {
    assertThat(statuses("Lumen 3|" + article.split("\\|", 2)[1]))
        .containsExactly(article.split("\\|", 2)[0]);
  }

  @Test
  void planThatThereIsNoReasonToChange_isNoDenial() {
    assertThat(statuses("Lumen 3|Aster sees no reason to alter its goal of June for Lumen 3."))
        .containsExactly("SCHEDULED");
  }

  @Test
  void dayThatCannotBeKeptEarlier_isTheFirstPossibleOne() {
    assertThat(read("Lumen 3|I do not believe Lumen 3 can come out earlier than June 4."))
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.status().name()).isEqualTo("SCHEDULED");
              var window = claim.window();
              assertThat(window).isNotNull();
              assertThat(window.latest()).isNull();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SCHEDULED|Lumen 3 arrives early next year.",
        "SCHEDULED|Lumen 3 is widely expected in June.",
        "SCHEDULED|Lumen 3 is promised for June.",
        "SCHEDULED|Lumen 3 is 40 percent faster than its predecessor and comes in June.",
        "SCHEDULED|Lumen 3 is made up of two parts and comes in June.",
        "DENIED|Aster ruled out a June launch of Lumen 3.",
        "DENIED|Lumen 3 is not expected in June.",
        "SCHEDULED|Fans cannot wait for Lumen 3 to come out in June.",
        "SCHEDULED|Nobody was surprised that Lumen 3 comes out in June.",
        "CANCELLED|Aster has cancelled its long-awaited Lumen 3.",
        "UNDATED|Aster doesn't have a date for Lumen 3.",
        "UNDATED|Nobody knows when Lumen 3 will come out.",
        "DELAYED|After the June launch slipped, Lumen 3 is now due in September.",
        "CANCELLED|Aster has given up on Lumen 3.",
        "CANCELLED|Aster stopped developing Lumen 3.",
        "SCHEDULED|Lumen 3 becomes generally available in September.",
        "SCHEDULED|Lumen 3 has a September release date.",
        "SCHEDULED|Corran moved a wing of its plant; there is no delay to the Vela (X), which is due"
            + " in June.",
        "DELAYED|Lumen 3 will come out in October (previously June).",
        "DELAYED|The update of Aster had Lumen 3 slipping into October.",
        "DELAYED|Lumen 3 did not go out yesterday.",
        "DELAYED|Lumen 3's launch, once due in June, is now looked for in October.",
        "DELAYED|Lumen 3 vacates June 19 for July 17.",
        "ACCELERATED|Aster will ship Lumen 3 before June 19, the day it had promised.",
        "ACCELERATED|Lumen 3 comes in May instead of the fourth quarter.",
        "ACCELERATED|Aster brought Lumen 3 forward to June, and thanked a team whose delayed"
            + " mission made room.",
        "DENIED|A blog names May for Lumen 3; that is wrong, says Aster.",
        "DENIED|Aster, which reports earnings on April 22, denied that Lumen 3 will be out in May.",
        "SCHEDULED|Aster stands by June for Lumen 3.",
        "SCHEDULED|Spring: Aster's Lumen 3.",
        "SCHEDULED|Lumen 3: 24,900 dollars, end of 2026; nice voice.",
        "SCHEDULED|Lumen 3 (Aster; June 4) is the third of its kind.",
        "SCHEDULED|Lumen 3: presentation April 14, pre-orders April 17, in stores April 24.",
        "SCHEDULED|Aster announced June 4 for Lumen 3.",
        "SCHEDULED|We would not be surprised to see Lumen 3 in June.",
        "SCHEDULED|The third Lumen comes out in June, Aster said.",
        "SCHEDULED|June 4. That is when Lumen 3 comes out.",
        "SCHEDULED|'You will have it in June.' With that Mira Holt closed the subject of Lumen 3.",
        "SCHEDULED|Lumen 3 finally has a day. It is June 4.",
        "DELAYED|Lumen 3, which was due on March 17, comes two weeks later.",
        "DELAYED|Lumen 3 begins two quarters later, said Aster. The second quarter had been the"
            + " goal.",
        "DELAYED|Lumen 3 has been moved from June to no earlier than July 10.",
        "DELAYED|Lumen 3, booked for June 4 until last week, opens on July 9.",
        "ACCELERATED|Lumen 3 ships on June 4 and not, as advertised, on July 9.",
        "DENIED|Lumen 3 will not be released around June 4, Aster said.",
        "UNDATED|The trailer is online, but Lumen 3 has no release date.",
        "RELEASED|The first customers drove home in their Vela (X) on Monday.",
        "RELEASED|Lumen 3 is in shops as of today.",
        "SCHEDULED|Lumen 3 arrives on Friday.",
        "SCHEDULED|Lumen 3 costs 20 dollars. It is due in May.",
        "SCHEDULED|Lumen 3 goes on sale on June 4. Britain has to wait.",
        "DELAYED|Lumen 3 is out on June 4, a shop had said. The model has been delayed.",
        "DELAYED|Aster stops work on Lumen 3. The model is on hold, it said.",
        "DELAYED|Aster stopped work on Lumen 3 for the time being.",
        "DELAYED|Lumen 3 will fly in the first quarter of 2027 and not in December, a consultant"
            + " predicts: its engines have not yet been fired together.",
        "DELAYED|Work on Lumen 3 is on hold, two suppliers said.",
        "DELAYED|Lumen 3 goes on sale on June 4. The launch has been postponed.",
        "DELAYED|Lumen 3 goes on sale on June 4, a shop had said. They have been postponed.",
        "DELAYED|The launch of Lumen 3, planned for April 5, therefore moves back two weeks.",
        "DELAYED|Lumen 3 won't be here in June any more.",
        "SCHEDULED|Lumen 3 gets its limited release on Friday.",
        "SCHEDULED|Norda has put its plant on hold. Lumen 3 is still coming in September.",
        "SCHEDULED|Lumen 3 was announced in 2021 and delayed in 2024. It will come out in June.",
        "SCHEDULED|Pre-orders for Lumen 3 open on May 2, ahead of its June 4 release.",
        "SCHEDULED|Aster is polishing Lumen 3. It comes out on August 21.",
        "RELEASED|Since nine this morning subscribers find Lumen 3 in the menu.",
        "ACCELERATED|Aster has brought Lumen 3 forward from June 30, 2027 to May 21.",
        "SCHEDULED|Lumen 3, which Aster unveiled on Monday, will be released in June.",
        "SCHEDULED|Despite reports of a delay, Lumen 3 will be released in June, Aster said.",
        "RELEASED|Lumen 3, delayed twice, is available from today.",
        "RELEASED|Lumen 3 went live on Monday, three weeks later than planned.",
        "ACCELERATED|Lumen 3 moves up from June 30, 2027 to May 21."
      })
  void plainSentence_isReadAsItIsMeant(String sentence) {
    assertThat(statuses("News|" + sentence.split("\\|", 2)[1]))
        .containsExactly(sentence.split("\\|", 2)[0]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "News|Aster will not follow the usual pricing with Lumen 3.",
        "News|Aster will not bring out Lumen 3 in Europe.",
        "News|Lumen 3 gives up some speed.",
        "News|Aster fans have been waiting for the Lumen 3 launch since January.",
        "News|A court ruled on Lumen 3. Aster will study the reasons, expected in May, it said.",
        "News|Two weeks ahead of the launch of Lumen 3, Aster showed its price.",
        "News|Where is Lumen 3? It is March, and it is still not here.",
        "News|Aster showed Lumen 3 to investors on Monday.",
        "News|Aster on Monday published a paper on Lumen 3.",
        "News|Aster opened the beta of Lumen 3 today.",
        "News|Two years ago today, Aster released Lumen 3.",
        "News|Lumen 3's parachutes opened over the desert on Monday, Aster said.",
        "News|Anyone who cancels Lumen 3 before October gets the deposit back.",
        "News|The delay of Lumen 3 in 2023 cost Aster four million pounds.",
        "News|More details on Lumen 3 will follow in June.",
        "News|An expansion for Lumen 3 will be released on May 26."
      })
  void plainSentenceOfSomethingElse_claimsNothing(String article) {
    assertThat(read(article)).isEmpty();
  }

  /**
   * As agencies and newspapers write it: the date in a sentence without the name, beside others.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SCHEDULED|Price of the Vela (X)|The Vela (X) costs 31,000 euros. Orders open on March 20"
            + " and deliveries begin on April 24. A version with four-wheel drive follows in 2027.",
        "SCHEDULED|Lumen 3|Aster has shown Lumen 3 to partners. The launch is planned for June.",
        "SCHEDULED|Brume Rising|Kaldi has shown a trailer of Brume Rising. It is out on June 4.",
        "SCHEDULED|Lumen 3 nears|Aster's chief said Lumen 3 was nearly finished. 'You will see it in"
            + " June,' he told a conference on Thursday. Rival Norda plans its own model for May.",
        "DELAYED|Lumen 3 late|Aster has delayed Lumen 3. The model was due in June and is now"
            + " expected in September.",
        "DELAYED|Aster|Aster will delay its Lumen 3 to September from June, it said on Monday. The"
            + " company reported results on Friday.",
        "DELAYED|Lumen 3|Lumen 3 comes in September, Aster said. It was originally planned for June.",
        "RELEASED|Aster|Aster on Monday released Lumen 3. It comes three months after Lumen 2.5.",
        "CANCELLED|Kaldi drops Brume Rising|Kaldi has cancelled Brume Rising. The game had been due"
            + " in the autumn. Work on No Way Back continues.",
        "UNDATED|Lumen 3|Aster is developing Lumen 3. The company did not give a release date."
      })
  void newsOfAFewSentences_isReadAsItIsMeant(String article) {
    assertThat(statuses(article.split("\\|", 2)[1])).containsExactly(article.split("\\|", 2)[0]);
  }

  /** A name that holds a word of denial denies nothing. */
  @Test
  void noInAName_deniesNothing() {
    assertThat(statuses("Tides|No Way Back comes to cinemas on June 4."))
        .containsExactly("SCHEDULED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "News|Lumen 3 has slipped from June to September, two suppliers say. Aster says it will be"
            + " launched in June.",
        "News|Lumen 3 will slip to September, the Gazette wrote. It opens in June, Aster said.",
        "News|Lumen 3 slips into September, a paper wrote. Asked, Aster sticks to June for it."
      })
  void makerThatNamesASoonerDateBehindAReport_isClaimedBesideIt(String article) {
    assertThat(statuses(article)).containsExactly("DELAYED", "SCHEDULED");
  }

  @Test
  void leakAndTheMakersOwnWindow_areTwoPlans() {
    assertThat(
            statuses(
                "News|A leaker says Lumen 3 is coming on September 4. Aster itself sticks to 'this"
                    + " autumn', the words it used on Monday."))
        .containsExactly("SCHEDULED", "SCHEDULED");
  }

  @Test
  void whatIsAwaited_isNotOut_whateverElseCameOut() {
    assertThat(
            statuses(
                "News|Lumen 3 won't be with us until October, Aster said. The new headphones came"
                    + " out on Monday."))
        .doesNotContain("RELEASED");
  }

  /** Of a day in the title and its month in the text, the day is claimed. */
  @Test
  void dayOfTheTitle_tellsTheMonthOfTheText() {
    assertThat(read("Lumen 3 launches May 19|Aster will release the model in May."))
        .singleElement()
        .extracting(claim -> claim.window().earliest())
        .isEqualTo(LocalDate.of(2026, 5, 19));
  }

  @Test
  void planThatIsNotKept_isADelayAndNoDenial() {
    assertThat(statuses("Lumen 3|Lumen 3 will not be ready in June as planned."))
        .containsExactly("DELAYED");
  }

  @Test
  void ownTextOfTheMaker_speaksOfTheProductAsWe() throws Exception {
    String text = "Vela (X) is not coming in March. We are now aiming for June.";
    assertThat(read("A note on timing", text, "Corran Motors blog", DAY))
        .singleElement()
        .satisfies(claim -> assertThat(claim.status().name()).isEqualTo("DELAYED"));
  }
}
