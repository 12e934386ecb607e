package dev.waggle.gateway.access;

import dev.waggle.contract.ApiKey;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.KeyRole;
import dev.waggle.contract.KeySecret;
import dev.waggle.contract.WaggleException;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Keys that session nodes keep. What they say is remembered for a moment, so that a busy key asks
 * once in a while and a flood of wrong ones does not reach the bus; a revocation is heeded at once.
 * All calls are on one event loop.
 */
public final class StoredKeys implements Authenticator {

  private static final Duration GOOD_FOR = Duration.ofSeconds(5);
  private static final Duration BAD_FOR = Duration.ofSeconds(1);
  private static final int MOST_REMEMBERED = 10_000;
  private static final int MOST_ASKED_AT_ONCE = 256;

  private final Function<KeySecret, Future<ApiKey>> nodes;
  private final LongSupplier nanoTime;
  private final Map<String, Remembered> remembered = new RecentMap<>(MOST_REMEMBERED);
  private final Map<String, Future<Principal>> asked = new HashMap<>();
  private int revoked;

  /**
   * Keys behind the bus.
   *
   * @param nodes asks a session node; see {@link dev.waggle.contract.KeyClient#find}
   */
  public StoredKeys(Function<KeySecret, Future<ApiKey>> nodes, Revocations revocations) {
    this(nodes, revocations, System::nanoTime);
  }

  StoredKeys(
      Function<KeySecret, Future<ApiKey>> nodes, Revocations revocations, LongSupplier nanoTime) {
    this.nodes = nodes;
    this.nanoTime = nanoTime;
    revocations.onRevoked(this::forget);
  }

  /**
   * What a session node said a moment ago.
   *
   * @param who null for a key that is nobody's
   * @param until by the monotonic clock
   */
  private record Remembered(Principal who, long until) {}

  @Override
  public Future<Principal> authenticate(String credential) {
    Optional<KeySecret> secret = KeySecret.parse(credential);
    if (secret.isEmpty()) {
      return Future.failedFuture(unknown());
    }
    String hash = secret.get().hash();
    Remembered answer = remembered.get(hash);
    return answer != null && nanoTime.getAsLong() - answer.until() < 0
        ? good(answer.who())
        : askOnce(secret.get(), hash);
  }

  /** Those who show the same key at the same time wait for one answer. */
  private Future<Principal> askOnce(KeySecret secret, String hash) {
    Future<Principal> underWay = asked.get(hash);
    if (underWay != null) {
      return underWay;
    }
    if (asked.size() >= MOST_ASKED_AT_ONCE) {
      return Future.failedFuture(
          new WaggleException(
              ErrorCode.TOO_MANY_REQUESTS, "Too many keys are being looked up; try again soon."));
    }
    Future<Principal> answer = ask(secret, hash).andThen(answered -> asked.remove(hash));
    if (!answer.isComplete()) {
      asked.put(hash, answer);
    }
    return answer;
  }

  /** An answer may be older than a revocation that came meanwhile: then it is asked for again. */
  private Future<Principal> ask(KeySecret secret, String hash) {
    int before = revoked;
    return nodes
        .apply(secret)
        .transform(answer -> before == revoked ? settle(hash, answer) : ask(secret, hash));
  }

  private Future<Principal> settle(String hash, AsyncResult<ApiKey> answer) {
    if (answer.succeeded()) {
      return remember(hash, principalOf(answer.result()), GOOD_FOR);
    }
    WaggleException failure = WaggleException.of(answer.cause());
    return switch (failure.code()) {
      case UNAUTHORIZED -> remember(hash, null, BAD_FOR);
      case NO_SESSION_NODE, TIMEOUT -> Future.failedFuture(nobodyAnswers(failure));
      default -> Future.failedFuture(failure);
    };
  }

  private Future<Principal> remember(String hash, Principal who, Duration time) {
    remembered.put(hash, new Remembered(who, nanoTime.getAsLong() + time.toNanos()));
    return good(who);
  }

  private void forget(String name) {
    revoked++;
    remembered.values().removeIf(each -> each.who() != null && each.who().name().equals(name));
  }

  private static Future<Principal> good(Principal who) {
    return who == null || who.isExpired(Instant.now())
        ? Future.failedFuture(unknown())
        : Future.succeededFuture(who);
  }

  private static Principal principalOf(ApiKey key) {
    Set<Action> actions =
        key.scope().actions().stream()
            .map(action -> Action.ofWireName(action.wireName()))
            .collect(Collectors.toSet());
    Principal.Role role =
        key.scope().role() == KeyRole.ADMIN ? Principal.Role.ADMIN : Principal.Role.SESSION;
    return new Principal(key.principal(), role, key.scope().sessions(), actions, key.expiresAt());
  }

  private static WaggleException unknown() {
    return new WaggleException(ErrorCode.UNAUTHORIZED, "This API key is not known here.");
  }

  private static WaggleException nobodyAnswers(WaggleException cause) {
    return new WaggleException(
        ErrorCode.NO_SESSION_NODE,
        "No session node answers, so it cannot be told whether this key is good; repeat the"
            + " request in a moment.",
        cause);
  }
}
