package dev.waggle.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumbersTest {

  @ParameterizedTest
  @CsvSource({"0,0", "7,7", "-7,-7", "7B,7", "64KiB,65536", "32 MiB,33554432", "1GiB,1073741824"})
  void shouldReadNumbersAndSizes(String text, long bytes) {
    assertThat(WholeNumbers.parse(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "- 1", "32MB", "1.5MiB", "big", "999999999999999999GiB"})
  void shouldRefuseWhatIsNeither(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> WholeNumbers.parse(text));
  }

  @Test
  void shouldRefuseWhatIsTooMuchForASmallNumber() {
    assertThatIllegalArgumentException().isThrownBy(() -> WholeNumbers.parseInt("2GiB"));
  }
}
