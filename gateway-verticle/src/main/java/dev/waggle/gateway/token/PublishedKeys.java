package dev.waggle.gateway.token;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.jwt.JWTAuth;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The RSA keys that an identity provider publishes (a JWKS). They are fetched again when a token
 * names one that is not among them, though not more than once a minute, and when they are old. All
 * calls are on one event loop.
 */
final class PublishedKeys implements SignerKeys {

  private static final Logger LOG = LoggerFactory.getLogger(PublishedKeys.class);

  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final Duration PAUSE_WITHOUT_KEYS = Duration.ofSeconds(5);
  private static final Duration OLD = Duration.ofMinutes(10);

  private final Supplier<Future<List<JsonObject>>> source;
  private final Function<List<JsonObject>, JWTAuth> checks;
  private final LongSupplier nanoTime;

  private JWTAuth check;
  private Set<String> keyIds = Set.of();
  private Future<Void> fetching;
  private long begun;

  PublishedKeys(Vertx vertx, URI address, Function<List<JsonObject>, JWTAuth> checks) {
    this(new KeyFetch(vertx, address)::fetch, checks, System::nanoTime);
  }

  PublishedKeys(
      Supplier<Future<List<JsonObject>>> source,
      Function<List<JsonObject>, JWTAuth> checks,
      LongSupplier nanoTime) {
    this.source = source;
    this.checks = checks;
    this.nanoTime = nanoTime;
  }

  @Override
  public Future<JWTAuth> check(String keyId) {
    if (knows(keyId)) {
      refreshIfOlderThan(OLD);
      return Future.succeededFuture(check);
    }
    return refreshIfOlderThan(check == null ? PAUSE_WITHOUT_KEYS : PAUSE)
        .transform(done -> knows(keyId) ? Future.succeededFuture(check) : refuse());
  }

  /** Fetches the keys; those that are there stay when that fails. Never fails. */
  Future<Void> refresh() {
    begun = nanoTime.getAsLong();
    Future<Void> under =
        source
            .get()
            .map(this::use)
            .onFailure(e -> LOG.warn("event=token-keys-not-fetched cause=\"{}\"", e.toString()))
            .otherwiseEmpty()
            .onComplete(done -> fetching = null);
    fetching = under.isComplete() ? null : under;
    return under;
  }

  private Future<Void> refreshIfOlderThan(Duration age) {
    if (fetching != null) {
      return fetching;
    }
    return nanoTime.getAsLong() - begun >= age.toNanos() ? refresh() : Future.succeededFuture();
  }

  private Void use(List<JsonObject> published) {
    if (published.isEmpty()) {
      throw new IllegalStateException("no RSA key for RS256 is published");
    }
    check = checks.apply(published);
    keyIds =
        published.stream()
            .map(key -> key.getString("kid"))
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet());
    return null;
  }

  private boolean knows(String keyId) {
    return check != null && (keyId == null || keyIds.isEmpty() || keyIds.contains(keyId));
  }

  private Future<JWTAuth> refuse() {
    return Future.failedFuture(
        check != null
            ? Tokens.refusal(null)
            : new WaggleException(
                ErrorCode.TOKEN_KEYS_UNAVAILABLE,
                "The keys that tokens are signed with cannot be fetched at the moment; repeat the"
                    + " request soon."));
  }
}
