package dev.waggle.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Whoever depends on the contract gets vertx-core and Jackson with it, and nothing else. */
@AnalyzeClasses(packages = "dev.waggle.contract", importOptions = DoNotIncludeTests.class)
class ContractWallTest {

  @ArchTest
  static final ArchRule shouldDependOnVertxCoreAndJacksonAlone =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "dev.waggle.contract..", "io.vertx.core..", "com.fasterxml.jackson..");
}
