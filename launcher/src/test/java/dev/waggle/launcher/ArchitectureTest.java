package dev.waggle.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Looks at everything that runs in production: all of our modules on this one's class path. */
@AnalyzeClasses(packages = "dev.waggle", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule PRODUCTION_KNOWS_NO_STAND_IN_AND_NO_CHAOS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.waggle.simulator..", "dev.waggle.demo..", "dev.waggle.chaos..");

  @ArchTest
  static final ArchRule ONLY_THE_BROWSER_PACKAGE_KNOWS_PLAYWRIGHT =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.waggle.session.browser..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.microsoft.playwright..");

  @ArchTest
  static final ArchRule ONLY_THE_LAUNCHER_KNOWS_HAZELCAST =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.waggle.launcher..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.hazelcast..", "io.vertx.spi.cluster.hazelcast..");

  @ArchTest
  static final ArchRule GATEWAY_AND_SESSIONS_MEET_ON_THE_BUS_ALONE =
      noClasses()
          .that()
          .resideInAPackage("dev.waggle.gateway..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.waggle.session..");
}
