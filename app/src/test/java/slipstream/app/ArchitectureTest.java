package slipstream.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** The direction of imports, as ARCHITECTURE.md draws it. */
@AnalyzeClasses(packages = "slipstream", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] SIBLINGS = {
    "slipstream.ingest..", "slipstream.streams..", "slipstream.alerts..", "slipstream.web.."
  };

  @ArchTest
  static final ArchRule contracts_knowNoOtherModule =
      noClasses()
          .that()
          .resideInAPackage("slipstream.contracts..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("slipstream..")
                  .and(not(resideInAnyPackage("slipstream.contracts.."))));

  @ArchTest
  static final ArchRule records_doNotKnowHowTheyTravel =
      noClasses()
          .that()
          .resideInAnyPackage("slipstream.contracts", "slipstream.contracts.config")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("slipstream.contracts.kafka..", "org.apache.kafka..");

  @ArchTest
  static final ArchRule analysis_seesRecordsOnly =
      noClasses()
          .that()
          .resideInAPackage("slipstream.analysis..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("slipstream..", "org.apache.kafka..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "slipstream.analysis..",
                              "slipstream.contracts",
                              "slipstream.contracts.config"))));

  @ArchTest
  static final ArchRule analysis_readsNoClockAndNoFiles =
      noClasses()
          .that()
          .resideInAPackage("slipstream.analysis..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "java.nio.file..", "java.sql..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule siblings_neverImportEachOther =
      SlicesRuleDefinition.slices()
          .matching("slipstream.(ingest|streams|alerts|web)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule onlyTheApp_importsSiblingsAndTheBroker =
      classes()
          .that()
          .resideInAnyPackage("slipstream.broker..")
          .or()
          .resideInAnyPackage(SIBLINGS)
          .should()
          .onlyHaveDependentClassesThat()
          .resideInAnyPackage(
              "slipstream.app..",
              "slipstream.benchmarks..",
              "slipstream.broker..",
              "slipstream.ingest..",
              "slipstream.streams..",
              "slipstream.alerts..",
              "slipstream.web..");

  @ArchTest
  static final ArchRule nothing_opensTheBrokerButTheApp =
      noClasses()
          .that()
          .resideInAnyPackage(SIBLINGS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("slipstream.broker..", "slipstream.app..");
}
