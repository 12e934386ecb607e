package dev.waggle.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ErrorCode;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class ProblemDocumentTest {

  @Test
  void shouldCarryTheEnvelopeOfSurfacesThatHaveOne() {
    JsonObject json = problem(true);

    assertThat(json.getBoolean("success")).isFalse();
    assertThat(json.getString("message")).isEqualTo("Start it first.");
    assertThat(json.getString("detail")).isEqualTo("Start it first.");
    assertThat(json.getString("code")).isEqualTo("wrong-state");
  }

  @Test
  void shouldCarryNoEnvelopeElsewhere() {
    assertThat(problem(false).fieldNames()).doesNotContain("success", "message");
  }

  private static JsonObject problem(boolean inEnvelope) {
    return new ProblemDocument(ErrorCode.WRONG_STATE, "Start it first.", "r-1", inEnvelope)
        .toBuffer()
        .toJsonObject();
  }
}
