package dev.waggle.gateway.limit;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.gateway.access.Authenticator;
import dev.waggle.gateway.access.Principal;
import io.vertx.core.Future;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Keeps keys from being guessed quickly. An address that has sent too many wrong ones is barred for
 * a while: what it shows then is not even looked at. A key that was good here before passes all the
 * same, so that nobody locks out those with whom they share an address, such as a load balancer's.
 * For one event loop.
 */
public final class LoginGuard implements Authenticator {

  private static final int MOST_ADDRESSES = 10_000;
  private static final int MOST_KEYS = 1_000;

  private static final int IPV6_SITE_BYTES = 8;

  private final Authenticator authenticator;
  private final RateLimits limits;

  /** Until when, by {@link System#nanoTime()}. */
  private final Recent<String, Long> barred = new Recent<>(MOST_ADDRESSES);

  private final Recent<String, Boolean> known = new Recent<>(MOST_KEYS);

  public LoginGuard(Authenticator authenticator, RateLimits limits) {
    this.authenticator = authenticator;
    this.limits = limits;
  }

  @Override
  public Future<Principal> authenticate(String credential) {
    return authenticator.authenticate(credential);
  }

  @Override
  public Future<Principal> authenticate(String credential, SocketAddress from) {
    String address = site(from);
    String digest = digest(credential);
    Duration left = barredFor(address);
    if (left.isNegative() || known.containsKey(digest)) {
      return authenticator
          .authenticate(credential)
          .onSuccess(good -> known.put(digest, true))
          .recover(failure -> wrong(address, failure));
    }
    return Future.failedFuture(
        WaggleException.tooMany("Too many wrong keys came from this address; wait.", left));
  }

  private Duration barredFor(String address) {
    Long until = barred.get(address);
    return until == null ? Duration.ofNanos(-1) : Duration.ofNanos(until - System.nanoTime());
  }

  private Future<Principal> wrong(String address, Throwable failure) {
    return WaggleException.of(failure).code() == ErrorCode.UNAUTHORIZED
        ? limits
            .failedLogin(address)
            .onFailure(refused -> bar(address, WaggleException.of(refused)))
            .compose(counted -> Future.failedFuture(failure))
        : Future.failedFuture(failure);
  }

  private void bar(String address, WaggleException refused) {
    refused.retryAfter().ifPresent(wait -> barred.put(address, System.nanoTime() + wait.toNanos()));
  }

  /** Who has one IPv6 address has as many as they like; what they share is the site's half. */
  static String site(SocketAddress from) {
    String address = from == null ? null : from.hostAddress();
    if (address == null || !address.contains(":")) {
      return String.valueOf(address);
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, IPV6_SITE_BYTES));
    } catch (UnknownHostException noLiteral) {
      return address;
    }
  }

  private static String digest(String credential) {
    try {
      byte[] bytes = credential.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
