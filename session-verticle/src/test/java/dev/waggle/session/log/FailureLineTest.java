package dev.waggle.session.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FailureLineTest {

  @Test
  void shouldTellWhatAFailureCameFrom() {
    Throwable failure = new IllegalStateException("outer", new IOException("inner"));

    assertThat(FailureLine.of(failure))
        .isEqualTo("IllegalStateException: outer <- IOException: inner");
  }

  @Test
  void shouldMaskNumbersAndStayOnOneLine() {
    assertThat(FailureLine.of(new IOException("to 5511999999999\n\tat home")))
        .isEqualTo("IOException: to 55*********99 at home");
  }

  @Test
  void shouldCutTranscripts() {
    assertThat(FailureLine.of(new IOException("x".repeat(5_000)))).hasSizeLessThan(600);
  }
}
