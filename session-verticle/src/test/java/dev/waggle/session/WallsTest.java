package dev.waggle.session;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls between the parts of a session node. */
@AnalyzeClasses(packages = "dev.waggle.session", importOptions = DoNotIncludeTests.class)
class WallsTest {

  @ArchTest
  static final ArchRule shouldNotKnowTheStandIn =
      noClasses().should().dependOnClassesThat().resideInAPackage("dev.waggle.simulator..");

  @ArchTest
  static final ArchRule shouldKnowBrowsersOnlyThroughThePort =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.waggle.session.browser..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.waggle.session.browser..");

  @ArchTest
  static final ArchRule shouldKeepSqlInTheRegistry =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.waggle.session.registry..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "com.zaxxer..", "org.flywaydb..");

  @ArchTest
  static final ArchRule shouldKeepZxingInTheQrPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.waggle.session.qr..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google.zxing..");

  @ArchTest
  static final ArchRule shouldNotKnowNodesInALifecycle =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.waggle.session.lifecycle..",
              "dev.waggle.session.message..",
              "dev.waggle.session.registry..",
              "dev.waggle.session.profile..",
              "dev.waggle.session.qr..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.waggle.session.node..");
}
