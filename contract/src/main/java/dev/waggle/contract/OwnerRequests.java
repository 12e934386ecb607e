package dev.waggle.contract;

import dev.waggle.contract.SessionCommand.GetQr;
import dev.waggle.contract.SessionCommand.Observe;
import dev.waggle.contract.SessionCommand.ToOwner;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Asks the owner of a session, which may die or change meanwhile. An owner that keeps silent is
 * looked at twice a second; when it is gone, or does not have the command, the request fails with
 * OWNER_UNAVAILABLE rather than after its whole time. What needs the session's page waits some
 * seconds for the next owner to have it open, as long as it is certain that it was not carried out,
 * or does no harm a second time.
 */
final class OwnerRequests {

  /** How long a command waits for the next owner: most sessions are back by then. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final long AGAIN_AFTER_MS = 300;
  private static final long LOOK_EVERY_MS = 500;
  private static final long UNSEEN = -1;

  /** The first may meet an answer that is just coming in. */
  private static final int BELIEVED_DENIALS = 2;

  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(1);

  /** The owner went away with a command that it may have carried out. */
  private static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Lost() {
      super("The owner went away", null, false, false);
    }
  }

  private final Vertx vertx;
  private final SessionClient client;

  /**
   * Asks nothing yet.
   *
   * @param client knows what the registry knows
   */
  OwnerRequests(Vertx vertx, SessionClient client) {
    this.vertx = vertx;
    this.client = client;
  }

  /** Fails with a {@link WaggleException}. */
  <T> Future<T> ask(ToOwner command, Duration limit, Class<T> reply) {
    return ask(command, System.nanoTime(), limit, reply);
  }

  private <T> Future<T> ask(ToOwner command, long begun, Duration limit, Class<T> reply) {
    Duration left = limit.minusNanos(System.nanoTime() - begun);
    Errand errand = Errand.create();
    return new Watch(vertx, LOOK_EVERY_MS)
        .over(send(command, errand.command(left), reply), look(command.session(), errand))
        .recover(failure -> explain(command, failure))
        .recover(
            failure ->
                isWorthWaiting(command, failure, begun, limit)
                    ? vertx
                        .timer(AGAIN_AFTER_MS, TimeUnit.MILLISECONDS)
                        .compose(waited -> ask(command, begun, limit, reply))
                    : Future.failedFuture(plain(failure)));
  }

  private <T> Future<T> send(ToOwner command, DeliveryOptions options, Class<T> reply) {
    return new BusRequests(vertx.eventBus())
        .send(Addresses.owner(command.session()), (Record) command, options, reply);
  }

  /**
   * Fails when the owner that was asked is not there any more, or another one is, or the one that
   * is there does not have the command.
   */
  private Supplier<Future<?>> look(SessionName session, Errand errand) {
    AtomicLong seen = new AtomicLong(UNSEEN);
    AtomicInteger denials = new AtomicInteger();
    return () ->
        observe(session, errand)
            .transform(
                answer ->
                    answer.succeeded()
                        ? judge(answer.result(), seen, denials)
                        : onSilence(session, seen, answer.cause()));
  }

  private Future<Message<Object>> observe(SessionName session, Errand errand) {
    return vertx
        .eventBus()
        .request(
            Addresses.owner(session),
            Wire.write(new Observe(session)),
            errand.question(SIGN_OF_LIFE));
  }

  private static Future<Object> judge(
      Message<Object> answer, AtomicLong seen, AtomicInteger denials) {
    boolean gone = Errand.isDenied(answer) && denials.incrementAndGet() >= BELIEVED_DENIALS;
    long generation = BusRequests.read(answer, LiveSession.class).generation();
    return gone ? lost() : compare(seen, generation);
  }

  private static Future<Object> compare(AtomicLong seen, long generation) {
    long before = seen.getAndSet(generation);
    return before == UNSEEN || before == generation ? Future.succeededFuture() : lost();
  }

  private Future<Object> onSilence(SessionName session, AtomicLong seen, Throwable silence) {
    return hasNoHandlers(silence) ? lost() : askRegistry(session, seen);
  }

  /**
   * A node that is frozen or cut off says nothing either, and is the owner until its lease ends.
   */
  private Future<Object> askRegistry(SessionName session, AtomicLong seen) {
    return client
        .get(session)
        .transform(
            known -> known.succeeded() ? judge(known.result(), seen) : Future.succeededFuture());
  }

  private static Future<Object> judge(SessionInfo known, AtomicLong seen) {
    return known.node() == null ? lost() : compare(seen, known.generation());
  }

  private static <T> Future<T> lost() {
    return Future.failedFuture(new Lost());
  }

  /** Nobody listens where the owner would: the registry knows whether there should be one. */
  private <T> Future<T> explain(ToOwner command, Throwable failure) {
    return hasNoHandlers(failure)
        ? client.get(command.session()).compose(info -> Future.failedFuture(noOwner(command, info)))
        : Future.failedFuture(failure);
  }

  private static boolean isWorthWaiting(
      ToOwner command, Throwable failure, long begun, Duration limit) {
    Duration most = limit.compareTo(PATIENCE) < 0 ? limit : PATIENCE;
    long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    boolean harmless = !(failure instanceof Lost) || command.mayBeRepeated();
    return command.needsPage()
        && harmless
        && waited + AGAIN_AFTER_MS < most.toMillis()
        && plain(failure).code() == ErrorCode.OWNER_UNAVAILABLE;
  }

  private static WaggleException plain(Throwable failure) {
    return failure instanceof Lost
        ? new WaggleException(
            ErrorCode.OWNER_UNAVAILABLE,
            "The session's node went away before it answered; the command may have been carried"
                + " out. A send that has a messageId can be repeated without being doubled.",
            failure)
        : WaggleException.of(failure);
  }

  private static WaggleException noOwner(ToOwner command, SessionInfo info) {
    if (!info.status().isRunning()) {
      return new WaggleException(
          ErrorCode.WRONG_STATE, "The session is " + info.status() + "; start it first.");
    }
    // Claimed a moment ago: the owner would say the same of a page that is not there yet.
    if (info.status() == SessionStatus.STARTING && command instanceof GetQr) {
      return new WaggleException(
          ErrorCode.QR_NOT_AVAILABLE, "The first QR is on its way; ask again in a moment.");
    }
    if (info.status() == SessionStatus.STARTING && command.needsPage()) {
      return new WaggleException(
          ErrorCode.WRONG_STATE, "The session is STARTING; repeat the request when it works.");
    }
    return new WaggleException(
        ErrorCode.OWNER_UNAVAILABLE,
        "The session is changing its owner; repeat the request in a moment.");
  }

  private static boolean hasNoHandlers(Throwable failure) {
    return failure instanceof ReplyException reply
        && reply.failureType() == ReplyFailure.NO_HANDLERS;
  }
}
