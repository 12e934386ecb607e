package dev.waggle.chaos.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key=wg_0123456789abcdef_0123456789abcdef",
        "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbmEifQ.c2lnbmF0dXJl",
        "qr=2@AbCdEfGhIjKlMnOpQrSt,uvw,xyz,1",
        "to 5511900000001@c.us",
        "shown: secret-of-this-test"
      })
  void shouldFindWhatNoLogMayHold(String line) {
    Secrets.add("5511900000001");
    Secrets.add("secret-of-this-test");

    assertThat(Secrets.linesWith("fine\n" + line + "\nfine"))
        .singleElement()
        .asString()
        .contains(line);
  }

  @Test
  void shouldFindNothingInAnOrdinaryLine() {
    String line = "12:00:00.000 INFO  RequestLog - request=1-2 GET /api/x to 55********01 ms=3";

    assertThat(Secrets.linesWith(line)).isEmpty();
  }
}
