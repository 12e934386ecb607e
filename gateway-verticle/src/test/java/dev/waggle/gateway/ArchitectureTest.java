package dev.waggle.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.waggle.gateway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule GATEWAYS_KNOW_THE_CONTRACT_AND_NOTHING_BEHIND_IT =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.waggle.gateway..",
              "dev.waggle.contract..",
              "dev.waggle.settings..",
              "dev.waggle.health..",
              "io.micrometer..",
              "io.vertx..",
              "io.github.bucket4j..",
              "com.fasterxml.jackson..",
              "org.slf4j..",
              "java..");

  @ArchTest
  static final ArchRule ONLY_THE_CLIENT_OF_THE_CONTRACT_TALKS_TO_THE_BUS =
      noClasses().should().dependOnClassesThat().resideInAPackage("io.vertx.core.eventbus..");

  @ArchTest
  static final ArchRule KEYS_AND_POLICY_KNOW_NOTHING_OF_ROUTES =
      noClasses()
          .that()
          .resideInAPackage("..access..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..gateway.http..", "..gateway.sockjs..", "io.vertx.ext.web..");
}
