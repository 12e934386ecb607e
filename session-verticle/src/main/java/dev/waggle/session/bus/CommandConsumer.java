package dev.waggle.session.bus;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.contract.Wire;
import dev.waggle.session.log.FailureLine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers commands at one address: decodes, acts, and replies with a record or with {@code
 * fail(code)}. Every throwable becomes a failure with a code, so that no caller waits in vain.
 *
 * <p>It says of an {@link dev.waggle.contract.Errand} that somebody asks about whether it is under
 * way here.
 *
 * <p>An entry that the cluster did not take, as happens while it gets over the loss of a member, is
 * made again until it is taken or the consumer is closed. To be used on one context.
 *
 * @param <C> the commands understood
 */
public final class CommandConsumer<C> {

  private static final Logger LOG = LoggerFactory.getLogger(CommandConsumer.class);

  /** Between two entries: a failed one has waited for seconds already. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final String address;
  private final Class<C> type;
  private final Function<C, Future<? extends Record>> handler;
  private final UnderWay underWay = new UnderWay();
  private MessageConsumer<Object> consumer;
  private boolean closed;

  /**
   * Listens to nothing yet.
   *
   * @param handler called on the context that calls {@link #listen}; a null result is replied as an
   *     empty object
   */
  public CommandConsumer(
      String address, Class<C> type, Function<C, Future<? extends Record>> handler) {
    this.address = address;
    this.type = type;
    this.handler = handler;
  }

  /**
   * Answers commands from this JVM at once. Completes when the whole cluster knows of the consumer,
   * which may take long; fails only when it is closed before.
   */
  public Future<Void> listen(Vertx vertx) {
    MessageConsumer<Object> entered = vertx.eventBus().consumer(address, this::answer);
    consumer = entered;
    return entered.completion().recover(failure -> enterAgain(vertx, entered, failure));
  }

  /** The new one listens before the broken one goes, so that this JVM always finds one. */
  private Future<Void> enterAgain(Vertx vertx, MessageConsumer<Object> broken, Throwable failure) {
    if (closed) {
      return Future.failedFuture(failure);
    }
    LOG.warn("event=entry-refused address={} cause=\"{}\"", address, FailureLine.of(failure));
    return vertx
        .timer(PAUSE.toMillis(), TimeUnit.MILLISECONDS)
        .compose(paused -> closed ? Future.failedFuture(failure) : listen(vertx))
        .onComplete(entered -> broken.unregister());
  }

  /**
   * Takes no more commands, from now on; those under way are still answered. Completes when the
   * cluster knows.
   */
  public Future<Void> close() {
    closed = true;
    return consumer == null ? Future.succeededFuture() : consumer.unregister();
  }

  private void answer(Message<Object> message) {
    underWay.begin(message);
    handle(message.body())
        .map(reply -> reply == null ? new JsonObject() : Wire.write(reply))
        .onComplete(done -> underWay.end(message))
        .onSuccess(reply -> message.reply(reply, underWay.answerTo(message)))
        .onFailure(failure -> refuse(message, failure));
  }

  /** The body is any object, because a sender that is not of ours may send anything. */
  private Future<? extends Record> handle(Object body) {
    try {
      if (!(body instanceof JsonObject json)) {
        throw new WaggleException(ErrorCode.INVALID_REQUEST, "A command is a JSON object.");
      }
      return handler.apply(Wire.read(json, type));
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  private void refuse(Message<Object> message, Throwable failure) {
    WaggleException refusal = WaggleException.of(failure);
    if (refusal.code() == ErrorCode.INTERNAL) {
      LOG.error("event=command-failed address={} cause=\"{}\"", address, FailureLine.of(refusal));
      LOG.debug("event=command-failed address={}", address, refusal);
    } else {
      LOG.debug("event=command-refused address={} code={}", address, refusal.code());
    }
    message.fail(refusal.code().busCode(), refusal.getMessage());
  }
}
