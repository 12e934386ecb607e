package dev.waggle.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  private final Evidence evidence = new Evidence(new RunLog(new PrintWriter(new StringWriter())));

  @Test
  void shouldGoOnAndNoteItWhenAGatewayAnswersWithAFailure() {
    List<String> histories =
        evidence.of(
            "histories",
            () -> {
              throw new AssertionError("HTTP 504");
            },
            List.of());

    assertThat(histories).isEmpty();
    assertThat(evidence.troubles()).singleElement().asString().contains("histories", "HTTP 504");
  }

  @Test
  void shouldTakeWhatIsTold() {
    assertThat(evidence.of("books", () -> 7, 0)).isEqualTo(7);
    assertThat(evidence.troubles()).isEmpty();
  }
}
