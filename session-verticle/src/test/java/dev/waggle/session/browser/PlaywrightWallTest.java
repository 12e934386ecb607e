package dev.waggle.session.browser;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.waggle", importOptions = DoNotIncludeTests.class)
class PlaywrightWallTest {

  @ArchTest
  static final ArchRule shouldBeTheOnlyPackageThatKnowsPlaywright =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.waggle.session.browser")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.microsoft.playwright..", "com.google.gson..");
}
