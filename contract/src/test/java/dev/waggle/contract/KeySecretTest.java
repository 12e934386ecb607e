package dev.waggle.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySecretTest {

  @Test
  void shouldBeKnownByItsFormAndReadBack() {
    KeySecret secret = KeySecret.random();

    assertThat(secret.text()).matches("wg_[0-9a-f]{16}_[0-9a-f]{64}").contains(secret.id());
    assertThat(KeySecret.parse(secret.text())).contains(secret);
  }

  @Test
  void shouldBeAnotherEveryTime() {
    assertThat(KeySecret.random().text()).isNotEqualTo(KeySecret.random().text());
  }

  @Test
  void shouldShowNeitherItselfNorItsHashInLogs() {
    KeySecret secret = KeySecret.random();

    assertThat(secret.toString()).doesNotContain(secret.text(), secret.hash());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wg_", "wg_0123456789abcdef_00", "correct-horse-battery-staple"})
  void shouldNotTakeAnythingElseForAKey(String text) {
    assertThat(KeySecret.parse(text)).isEmpty();
  }
}
