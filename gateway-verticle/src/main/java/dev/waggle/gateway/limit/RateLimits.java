package dev.waggle.gateway.limit;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import dev.waggle.gateway.access.Action;
import dev.waggle.gateway.access.Principal;
import dev.waggle.gateway.settings.LimitSettings;
import io.vertx.core.Future;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How much may be asked for: requests by key, sends by session, wrong keys by address. HTTP and
 * sockets count here alike. Safe for use by any thread.
 */
public final class RateLimits {

  /** Failures of sends that never reached WhatsApp. */
  private static final Set<ErrorCode> FOR_NOTHING =
      EnumSet.of(
          ErrorCode.INVALID_REQUEST,
          ErrorCode.INVALID_CHAT_ID,
          ErrorCode.INVALID_SESSION_NAME,
          ErrorCode.SESSION_NOT_FOUND,
          ErrorCode.WRONG_STATE,
          ErrorCode.PAYLOAD_TOO_LARGE,
          ErrorCode.UNSUPPORTED_MEDIA_TYPE,
          ErrorCode.NO_SESSION_NODE,
          ErrorCode.OWNER_UNAVAILABLE,
          ErrorCode.SHUTTING_DOWN);

  private final Counter counter;
  private final Limit requests;
  private final Limit sends;
  private final Limit failedLogins;

  public RateLimits(LimitSettings settings, Buckets buckets) {
    this.counter = new Counter(buckets);
    this.requests = Limit.flowing("requests", settings.requestsPerMinute());
    this.sends = Limit.inMinuteAndDay("sends", settings.sendsPerMinute(), settings.sendsPerDay());
    this.failedLogins = Limit.flowing("wrong keys", settings.failedLoginsPerMinute());
  }

  /**
   * Counts one request of a key, whatever it is for.
   *
   * @return fails with {@link ErrorCode#TOO_MANY_REQUESTS} and the wait
   */
  public Future<Allowance> request(Principal who) {
    return counter.count(requests, who.name(), "key " + who.name());
  }

  /** Counts one wrong key from an address; fails as {@link #request} does. */
  public Future<Allowance> failedLogin(String address) {
    return counter.count(failedLogins, address, "this address");
  }

  /**
   * Carries something out that a key has asked for and may do. A send needs an allowance of its
   * session, which it gets back when it fails before it was handed on to WhatsApp.
   *
   * @param session what it is done to; empty for what concerns no single session
   * @param work gets what is left, for the caller to know; not called when there is nothing
   * @return fails with {@link ErrorCode#TOO_MANY_REQUESTS} and the wait, or as the work does
   */
  public <T> Future<T> within(
      Action action, Optional<SessionName> session, Function<Allowance, Future<T>> work) {
    return action == Action.SEND && session.isPresent()
        ? send(session.get(), work)
        : work.apply(Allowance.UNLIMITED);
  }

  /**
   * The same for doors that do not count requests elsewhere: a command that came over a socket is a
   * request of its key.
   */
  public <T> Future<T> command(
      Principal who,
      Action action,
      Optional<SessionName> session,
      Function<Allowance, Future<T>> work) {
    return request(who).compose(counted -> within(action, session, work));
  }

  private <T> Future<T> send(SessionName session, Function<Allowance, Future<T>> work) {
    String name = session.value();
    return counter
        .count(sends, name, "session " + name)
        .compose(
            allowance ->
                Future.succeededFuture(allowance)
                    .compose(work)
                    .onFailure(failure -> giveBack(name, failure)));
  }

  private void giveBack(String session, Throwable failure) {
    if (failure instanceof WaggleException known && FOR_NOTHING.contains(known.code())) {
      counter.giveBack(sends, session);
    }
  }
}
