package dev.waggle.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import dev.waggle.gateway.access.Action;
import dev.waggle.gateway.access.Authenticator;
import dev.waggle.gateway.access.Principal;
import dev.waggle.gateway.settings.JwtSettings;
import dev.waggle.gateway.support.Await;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens signed with a secret or for a key in a file. */
class TokensTest {

  private static final String SECRET = "a secret of at least thirty-two bytes";
  private static final byte[] SECRET_BYTES = SECRET.getBytes(StandardCharsets.UTF_8);
  private static final Signer SIGNER = new Signer("one");

  @TempDir static Path folder;

  private static Vertx vertx;
  private static Authenticator bySecret;
  private static Authenticator byFile;

  @BeforeAll
  static void start() throws IOException {
    vertx = Vertx.vertx();
    Path pem = Files.writeString(folder.resolve("key.pem"), SIGNER.pem());
    bySecret = open(settings(SECRET, "", "role"));
    byFile = open(settings("", pem.toString(), "realm_access.roles"));
  }

  @AfterAll
  static void stop() {
    Await.result(vertx.close());
  }

  @Test
  void shouldTakeATokenThatIsSignedWithTheSecret() {
    Principal who = Await.result(bySecret.authenticate(signed(admin())));

    assertThat(who.name()).isEqualTo("jwt:ana");
    assertThat(who.isAdmin()).isTrue();
    assertThat(who.expiresAt()).isAfter(Instant.now());
  }

  @Test
  void shouldTakeATokenThatIsSignedForTheKeyInTheFile() {
    JsonObject roles = new JsonObject().put("roles", new JsonArray().add("user").add("admin"));

    Principal who =
        Await.result(
            byFile.authenticate(SIGNER.rs256(Signer.claims("ana").put("realm_access", roles))));

    assertThat(who.isAdmin()).isTrue();
  }

  @Test
  void shouldGiveATokenWithoutTheRoleWhatItsClaimsName() {
    JsonObject claims =
        Signer.claims("bob")
            .put("sessions", new JsonArray().add("sales").add("../etc").add(7))
            .put("actions", new JsonArray().add("read").add("SEND").add("everything"));

    Principal who = Await.result(bySecret.authenticate(signed(claims)));

    assertThat(who.role()).isEqualTo(Principal.Role.SESSION);
    assertThat(who.sessions()).containsExactly(new SessionName("sales"));
    assertThat(who.actions()).containsExactlyInAnyOrder(Action.READ, Action.SEND);
  }

  @Test
  void shouldKnowTheHolderOfATokenThatIsGoodForNothing() {
    Principal who = Await.result(bySecret.authenticate(signed(Signer.claims("eve"))));

    assertThat(who.isAdmin()).isFalse();
    assertThat(who.sessions()).isEmpty();
    assertThat(who.actions()).isEmpty();
  }

  @Test
  void shouldRefuseATokenThatIsNotSigned() {
    assertRefused(bySecret, Signer.unsigned(admin()));
    assertRefused(bySecret, Signer.unsigned(admin()) + "c2lnbmF0dXJl");
    assertRefused(byFile, Signer.unsigned(admin()));
  }

  @Test
  void shouldRefuseAPublicKeyThatIsUsedAsASecret() {
    byte[] pem = SIGNER.pem().getBytes(StandardCharsets.UTF_8);

    assertRefused(byFile, Signer.hs256(pem, admin()));
  }

  @Test
  void shouldRefuseATokenOfAnotherSigner() {
    assertRefused(byFile, new Signer("one").rs256(admin()));
    assertRefused(bySecret, Signer.hs256(new byte[32], admin()));
    assertRefused(bySecret, SIGNER.rs256(admin()));
  }

  @Test
  void shouldRefuseATokenWhoseClaimsWereChanged() {
    String[] parts = signed(Signer.claims("eve")).split("\\.", -1);
    String[] wanted = signed(admin()).split("\\.", -1);

    assertRefused(bySecret, parts[0] + "." + wanted[1] + "." + parts[2]);
  }

  @Test
  void shouldRefuseATokenThatHasEnded() {
    assertRefused(bySecret, signed(admin().put("exp", Instant.now().getEpochSecond() - 10)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"exp\":null}",
        "{\"exp\":\"tomorrow\"}",
        "{\"exp\":1e300}",
        "{\"nbf\":99999999999}",
        "{\"iss\":\"https://evil.example.com\"}",
        "{\"iss\":null}",
        "{\"iss\":7}",
        "{\"aud\":\"another\"}",
        "{\"aud\":[\"another\"]}",
        "{\"aud\":{}}",
        "{\"aud\":null}"
      })
  void shouldRefuseATokenWithClaimsThatAreNotForUs(String change) {
    JsonObject claims = admin().mergeIn(new JsonObject(change));
    claims.getMap().values().removeIf(Objects::isNull);

    assertRefused(bySecret, signed(claims));
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "a.b.c", "e30.e30.e30", "e30..e30", "\u00e9.\u00e9.\u00e9"})
  void shouldRefuseWhatIsNoToken(String text) {
    assertRefused(bySecret, text);
  }

  @Test
  void shouldTakeEveryAudienceThatATokenNames() {
    JsonObject claims = admin().put("aud", new JsonArray().add("another").add("waggle"));

    assertThat(Await.result(bySecret.authenticate(signed(claims))).isAdmin()).isTrue();
  }

  @Test
  void shouldKeepASubjectOnOneLine() {
    String token = signed(Signer.claims("ana\nevent=forged" + "x".repeat(500)));

    assertThat(Await.result(bySecret.authenticate(token)).name())
        .startsWith("jwt:anaevent=forged")
        .hasSize(132);
  }

  @Test
  void shouldTakeNoTokensWhenNothingIsSet() {
    assertRefused(open(JwtSettings.OFF), signed(admin()));
  }

  @Test
  void shouldNotStartWithoutTheKeyFile() {
    assertThatThrownBy(() -> open(settings("", folder.resolve("none.pem").toString(), "role")))
        .hasMessageContaining("gateway.jwt.public-key");
  }

  private static void assertRefused(Authenticator authenticator, String token) {
    assertThatThrownBy(() -> Await.result(authenticator.authenticate(token)))
        .isInstanceOfSatisfying(
            WaggleException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHORIZED);
              assertThat(e.getMessage()).doesNotContain(token);
            });
  }

  private static JsonObject admin() {
    return Signer.claims("ana").put("role", "Admin");
  }

  private static String signed(JsonObject claims) {
    return Signer.hs256(SECRET_BYTES, claims);
  }

  private static Authenticator open(JwtSettings settings) {
    return Await.result(TokenDoor.open(vertx, settings));
  }

  private static JwtSettings settings(String secret, String file, String roleClaim) {
    return new JwtSettings(
        secret, file, "", "https://id.example.com", "waggle", roleClaim, "ADMIN", Duration.ZERO);
  }
}
