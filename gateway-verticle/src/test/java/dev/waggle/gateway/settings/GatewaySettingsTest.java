package dev.waggle.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.waggle.settings.InvalidSettingsException;
import dev.waggle.settings.Problem;
import dev.waggle.settings.SettingsReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewaySettingsTest {

  @Test
  void shouldListenOnLoopbackWithoutAKeyByDefault() {
    GatewaySettings settings = GatewaySettings.DEFAULT;

    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.apiKey()).isEmpty();
    assertThat(settings.allowedOrigins()).isEmpty();
    assertThat(settings.bodyLimit()).isEqualTo(33_554_432);
    assertThat(settings.requestTimeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(settings.sockets()).isEqualTo(SocketSettings.DEFAULT);
  }

  @Test
  void shouldNameEverythingThatIsWrongAtOnce() {
    InvalidSettingsException refused =
        catchThrowableOfType(
            InvalidSettingsException.class,
            () ->
                new GatewaySettings(
                    " ",
                    70_000,
                    "with space",
                    List.of("https://a.example.com", "b.example.com/x"),
                    1,
                    Duration.ZERO,
                    "no name",
                    JwtSettings.OFF,
                    SocketSettings.DEFAULT,
                    LimitSettings.DEFAULT,
                    TlsSettings.NONE));

    assertThat(refused.problems())
        .extracting(Problem::key)
        .containsExactly(
            "host",
            "port",
            "apiKey",
            "bodyLimit",
            "defaultSession",
            "requestTimeout",
            "allowedOrigins");
  }

  @Test
  void shouldNameWhatIsWrongWithSockets() {
    InvalidSettingsException refused =
        catchThrowableOfType(
            InvalidSettingsException.class,
            () ->
                new SocketSettings(
                    Duration.ZERO, Duration.ofHours(1), 0, -1, -1, FrameSettings.DEFAULT));

    assertThat(refused.problems())
        .extracting(Problem::key)
        .containsExactly("pingTimeout", "keyTimeout", "maxHandlers", "maxConnections", "maxPerKey");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "null", "https://*.example.com", "https://crm.example.com/"})
  void shouldOpenTheGatewayToSingleOriginsOnly(String origin) {
    SettingsReader reader = new SettingsReader(Map.of());

    assertThatThrownBy(
            () -> reader.option("allowed-origins", origin, "test").read(GatewaySettings.DEFAULT))
        .hasMessageContaining("must hold origins such as https://crm.example.com, not " + origin);
  }

  @Test
  void shouldNeverShowTheKey() {
    GatewaySettings settings = GatewaySettings.DEFAULT.withApiKey("open-sesame");

    assertThat(settings.apiKey()).isEqualTo("open-sesame");
    assertThat(settings.toString()).contains("8080").doesNotContain("open-sesame");
  }

  @Test
  void shouldRefuseTokensThatAnybodyCouldSign() {
    InvalidSettingsException refused =
        catchThrowableOfType(
            InvalidSettingsException.class,
            () ->
                new JwtSettings(
                    "short", "", "id.example.com", "", "", " ", "", Duration.ofHours(1)));

    assertThat(refused.problems())
        .extracting(Problem::key)
        .containsExactly("secret", "jwksUrl", "roleClaim", "adminRole", "leeway");
  }

  @Test
  void shouldNotShowTheSecretOfTokens() {
    String secret = "a secret of at least thirty-two bytes";
    JwtSettings jwt = new JwtSettings(secret, "", "", "", "", "role", "ADMIN", Duration.ZERO);

    assertThat(GatewaySettings.DEFAULT.withJwt(jwt).toString()).doesNotContain(secret);
  }
}
