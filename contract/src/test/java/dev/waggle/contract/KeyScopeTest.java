package dev.waggle.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyScopeTest {

  @Test
  void shouldTravelInTheWordsOfTheApi() {
    KeyScope scope =
        KeyScope.of(
            Set.of(new SessionName("sales"), new SessionName("hr")),
            Set.of(KeyAction.SEND, KeyAction.READ));

    assertThat(Wire.write(scope).encode())
        .isEqualTo(
            "{\"role\":\"session\",\"sessions\":[\"hr\",\"sales\"],"
                + "\"actions\":[\"read\",\"send\"]}");
  }

  @Test
  void shouldBeOfSessionsUnlessItSaysOtherwise() {
    JsonObject scope = new JsonObject("{\"sessions\":[\"a\"],\"actions\":[\"read\"]}");

    assertThat(Wire.read(scope, KeyScope.class).role()).isEqualTo(KeyRole.SESSION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"sessions\":[\"a\"]}",
        "{\"actions\":[\"read\"]}",
        "{\"role\":\"admin\",\"sessions\":[\"a\"]}",
        "{\"role\":\"admin\",\"actions\":[\"read\"]}",
        "{\"role\":\"root\"}",
        "{\"sessions\":[\"a\"],\"actions\":[\"admin\"]}"
      })
  void shouldRefuseWhatMakesNoSense(String scope) {
    assertThatThrownBy(() -> Wire.read(new JsonObject(scope), KeyScope.class))
        .isInstanceOfSatisfying(
            WaggleException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
  }
}
