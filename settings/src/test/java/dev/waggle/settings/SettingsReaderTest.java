package dev.waggle.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {

  enum Colour {
    DARK_RED,
    BLUE
  }

  record Hive(int maxBees, Duration patience, Colour colour, List<String> plants) {
    Hive {
      new Problems()
          .range("maxBees", maxBees, 1, 100)
          .range("patience", patience, Duration.ofMillis(100), Duration.ofMinutes(1))
          .throwIfAny();
    }
  }

  record Garden(
      String name, boolean open, long area, Path file, URI url, int limit, Hive bigHive) {}

  private static final Garden DEFAULT =
      new Garden(
          "meadow",
          true,
          12,
          null,
          URI.create("https://example.org/"),
          1_048_576,
          new Hive(10, Duration.ofSeconds(5), Colour.BLUE, List.of("clover")));

  private static Garden read(String yaml) {
    return read(yaml, Map.of());
  }

  private static Garden read(String yaml, Map<String, String> environment) {
    return new SettingsReader(environment).yaml(yaml, "garden.yaml").read(DEFAULT);
  }

  private static List<String> problemsOf(String yaml) {
    return catchThrowableOfType(InvalidSettingsException.class, () -> read(yaml))
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }

  @Test
  void shouldKeepDefaultsWhenNothingIsSaid() {
    assertThat(read("")).isEqualTo(DEFAULT);
  }

  @Test
  void shouldKeepDefaultsOfKeysThatAreNamedWithoutAValue() {
    assertThat(read("name:\narea: ${AREA:}\nurl: \"\"\nbig-hive:\n  colour: null\n"))
        .isEqualTo(DEFAULT);
  }

  @Test
  void shouldTakeAnEmptyListForOne() {
    assertThat(read("big-hive: {plants: []}").bigHive().plants()).isEmpty();
  }

  @Test
  void shouldReadEveryType() {
    Garden garden =
        read(
            """
            name: orchard
            open: false
            area: 5000000000
            file: /etc/garden
            url: http://localhost:8080/
            limit: 32MiB
            big-hive:
              max-bees: 7
              patience: 250ms
              colour: dark-red
              plants: [heather, lime]
            """);

    assertThat(garden)
        .isEqualTo(
            new Garden(
                "orchard",
                false,
                5_000_000_000L,
                Path.of("/etc/garden"),
                URI.create("http://localhost:8080/"),
                33_554_432,
                new Hive(7, Duration.ofMillis(250), Colour.DARK_RED, List.of("heather", "lime"))));
  }

  @Test
  void shouldSuggestTheRightSpellingOfAnUnknownKey() {
    assertThat(problemsOf("big-hive:\n  max-beees: 3\n"))
        .containsExactly(
            "big-hive.max-beees (garden.yaml, line 2): is not a known key;"
                + " did you mean big-hive.max-bees?");
  }

  @Test
  void shouldSuggestTheRightPlaceOfAKeyThatStandsElsewhere() {
    assertThat(problemsOf("max-bees: 3\n"))
        .singleElement()
        .asString()
        .endsWith("did you mean big-hive.max-bees?");
  }

  @Test
  void shouldListTheKnownKeysWhenNothingIsNear() {
    assertThat(problemsOf("big-hive: {xylophone: 3}\n"))
        .singleElement()
        .asString()
        .endsWith("here may stand colour, max-bees, patience, plants.");
  }

  @Test
  void shouldTellEveryProblemAtOnceWithItsLine() {
    assertThat(
            problemsOf(
                """
                open: perhaps
                limit: much
                nmae: x
                big-hive:
                  max-bees: 200
                  patience: 5
                  colour: green
                """))
        .containsExactlyInAnyOrder(
            "open (garden.yaml, line 1): must be true or false.",
            "limit (garden.yaml, line 2): must be a whole number, or a size such as 32MiB.",
            "nmae (garden.yaml, line 3): is not a known key; did you mean name?",
            "big-hive.max-bees (garden.yaml, line 5): must be 1 to 100, not 200.",
            "big-hive.patience (garden.yaml, line 6): must be a duration such as 250ms, 5s, 2m or"
                + " PT1M30S.",
            "big-hive.colour (garden.yaml, line 7): must be dark-red or blue.");
  }

  @Test
  void shouldRefuseAValueWhereAGroupBelongs() {
    assertThat(problemsOf("big-hive: 5"))
        .containsExactly("big-hive (garden.yaml, line 1): must be a group of keys, not one value.");
  }

  @Test
  void shouldRefuseAGroupWhereAValueBelongs() {
    assertThat(problemsOf("name: {first: x}"))
        .containsExactly("name (garden.yaml, line 1): must be one value.");
  }

  @Test
  void shouldSayWhereTheYamlIsBroken() {
    assertThat(problemsOf("name: x\n  open: [true\n"))
        .singleElement()
        .asString()
        .contains("garden.yaml, line 2", "is not valid YAML");
  }

  @Test
  void shouldRefuseAKeyThatStandsTwice() {
    assertThat(problemsOf("area: 1\narea: 2\n")).singleElement().asString().contains("line 2");
  }

  @Test
  void shouldFillInVariablesOfTheEnvironment() {
    assertThat(read("name: the ${KIND:old} ${PLACE}", Map.of("PLACE", "park")).name())
        .isEqualTo("the old park");
  }

  @Test
  void shouldNameAVariableThatIsMissing() {
    assertThat(problemsOf("name: ${GARDEN_KEY}"))
        .singleElement()
        .asString()
        .contains("needs the environment variable GARDEN_KEY");
  }

  @Test
  void shouldLetTheEnvironmentOverrideTheFile() {
    Map<String, String> environment =
        Map.of("WAGGLE_BIG_HIVE_MAX_BEES", "3", "WAGGLE_BIG_HIVE_PLANTS", "fern, moss");

    assertThat(read("big-hive: {max-bees: 4}", environment).bigHive())
        .isEqualTo(new Hive(3, Duration.ofSeconds(5), Colour.BLUE, List.of("fern", "moss")));
  }

  @Test
  void shouldTakeAnotherNameWhereItsOwnIsNotSet() {
    SettingsReader reader =
        new SettingsReader(Map.of("GARDEN_NAME", "orchard", "GARDEN_AREA", "3"));

    Garden garden =
        reader.alsoKnownAs("name", "GARDEN_NAME").alsoKnownAs("area", "GARDEN_AREA").read(DEFAULT);

    assertThat(garden.name()).isEqualTo("orchard");
    assertThat(garden.area()).isEqualTo(3);
  }

  @Test
  void shouldPreferItsOwnNameToAnother() {
    SettingsReader reader =
        new SettingsReader(Map.of("GARDEN_NAME", "orchard", "WAGGLE_NAME", "heath"));

    assertThat(reader.alsoKnownAs("name", "GARDEN_NAME").read(DEFAULT).name()).isEqualTo("heath");
  }

  @Test
  void shouldLetAnOptionOverrideTheEnvironment() {
    Garden garden =
        new SettingsReader(Map.of("WAGGLE_AREA", "3"))
            .yaml("area: 2", "garden.yaml")
            .option("area", "4", "--area")
            .read(DEFAULT);

    assertThat(garden.area()).isEqualTo(4);
  }

  @Test
  void shouldNameTheOptionOrVariableThatIsWrong() {
    SettingsReader reader =
        new SettingsReader(Map.of("WAGGLE_AREA", "wide"))
            .option("big-hive.max-bees", "0", "--max-bees");

    assertThat(
            catchThrowableOfType(InvalidSettingsException.class, () -> reader.read(DEFAULT))
                .problems())
        .extracting(Problem::toString)
        .containsExactlyInAnyOrder(
            "area (WAGGLE_AREA): must be a whole number, or a size such as 32MiB.",
            "big-hive.max-bees (--max-bees): must be 1 to 100, not 0.");
  }

  @Test
  void shouldSayThatAFileIsMissing(@TempDir Path folder) {
    Path file = folder.resolve("none.yaml");

    assertThat(
            catchThrowableOfType(
                InvalidSettingsException.class,
                () -> new SettingsReader(Map.of()).file(file).read(DEFAULT)))
        .hasMessage("(" + file + "): there is no such file.");
  }

  @Test
  void shouldReadAFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("garden.yaml"), "area: 9\n");

    assertThat(new SettingsReader(Map.of()).file(file).read(DEFAULT).area()).isEqualTo(9);
  }

  @Test
  void shouldListEveryKeyWithItsDefault() {
    assertThat(SettingKey.of(DEFAULT))
        .contains(
            new SettingKey("name", String.class, "meadow"),
            new SettingKey("file", Path.class, null),
            new SettingKey("big-hive.max-bees", int.class, 10))
        .hasSize(10);
  }
}
