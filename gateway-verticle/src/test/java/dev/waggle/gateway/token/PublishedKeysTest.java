package dev.waggle.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.gateway.support.Await;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys that a real HTTP server publishes, and changes. */
class PublishedKeysTest {

  private static final Signer ONE = new Signer("one");
  private static final Signer TWO = new Signer("two");

  private final Vertx vertx = Vertx.vertx();
  private final Context home = vertx.getOrCreateContext();
  private final AtomicInteger fetched = new AtomicInteger();
  private volatile int status = 200;
  private volatile JsonObject published = Signer.jwks(ONE);
  private final AtomicLong now = new AtomicLong();
  private PublishedKeys keys;

  @BeforeEach
  void start() {
    HttpServer server =
        Await.result(
            vertx
                .createHttpServer()
                .requestHandler(
                    request -> {
                      fetched.incrementAndGet();
                      request.response().setStatusCode(status).end(published.encode());
                    })
                .listen(0, "127.0.0.1"));
    URI address = URI.create("http://127.0.0.1:" + server.actualPort() + "/jwks.json");
    keys =
        new PublishedKeys(
            new KeyFetch(vertx, address)::fetch,
            list -> JWTAuth.create(vertx, new JWTAuthOptions().setJwks(list)),
            now::get);
  }

  @AfterEach
  void stop() {
    Await.result(vertx.close());
  }

  @Test
  void shouldKnowAKeyThatIsPublished() {
    refresh();

    assertThat(codeOf("one")).isEqualTo("good");
    assertThat(fetched).hasValue(1);
  }

  @Test
  void shouldLookAgainForAKeyThatIsNew() {
    refresh();
    published = Signer.jwks(ONE, TWO);
    later(Duration.ofMinutes(1));

    assertThat(codeOf("two")).isEqualTo("good");
  }

  @Test
  void shouldNotLookAgainTwiceWithinAMinute() {
    refresh();
    later(Duration.ofSeconds(59));

    assertThat(codeOf("two")).isEqualTo(ErrorCode.UNAUTHORIZED.wireName());
    assertThat(codeOf("three")).isEqualTo(ErrorCode.UNAUTHORIZED.wireName());
    assertThat(fetched).hasValue(1);
  }

  @Test
  void shouldKeepItsKeysWhenTheyCannotBeFetchedAnew() {
    refresh();
    status = 500;
    later(Duration.ofMinutes(1));

    assertThat(codeOf("two")).isEqualTo(ErrorCode.UNAUTHORIZED.wireName());
    assertThat(codeOf("one")).isEqualTo("good");
  }

  @Test
  void shouldSayThatItCannotTellWhileThereAreNoKeysAtAll() {
    status = 503;
    refresh();
    assertThat(codeOf("one")).isEqualTo(ErrorCode.TOKEN_KEYS_UNAVAILABLE.wireName());

    status = 200;
    later(Duration.ofSeconds(5));
    assertThat(codeOf("one")).isEqualTo("good");
  }

  @Test
  void shouldForgetAKeyThatIsPublishedNoMore() {
    refresh();
    published = Signer.jwks(TWO);
    later(Duration.ofMinutes(10));

    assertThat(codeOf("one")).isEqualTo("good");
    assertThat(codeOf("two")).isEqualTo("good");
    assertThat(codeOf("one")).isEqualTo(ErrorCode.UNAUTHORIZED.wireName());
  }

  @Test
  void shouldTakeNoSecretFromWhatIsPublished() {
    JsonObject secret = new JsonObject().put("kty", "oct").put("alg", "HS256").put("k", "c2VjcmV0");
    published.getJsonArray("keys").clear().add(secret.put("kid", "one"));

    refresh();

    assertThat(codeOf("one")).isEqualTo(ErrorCode.TOKEN_KEYS_UNAVAILABLE.wireName());
  }

  private void later(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private String codeOf(String keyId) {
    return there(
        () ->
            keys.check(keyId)
                .map(check -> "good")
                .otherwise(failure -> WaggleException.of(failure).code().wireName()));
  }

  private void refresh() {
    there(keys::refresh);
  }

  /** On the one event loop that the keys live on, as in a gateway. */
  private <T> T there(Supplier<Future<T>> call) {
    Promise<T> answer = Promise.promise();
    home.runOnContext(here -> call.get().onComplete(answer));
    return Await.result(answer.future());
  }
}
