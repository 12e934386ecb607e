package dev.waggle.session.lifecycle;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.WaggleException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Those who wait for the next QR. */
final class NextQr {

  /** Less than what the contract's client waits for. */
  private static final Duration LIMIT = Duration.ofSeconds(40);

  private final Vertx vertx;
  private final List<Promise<QrCode>> waiting = new ArrayList<>();

  NextQr(Vertx vertx) {
    this.vertx = vertx;
  }

  /** The QR that is shown next. Fails with TIMEOUT, or as {@link #isNotToCome} says. */
  Future<QrCode> coming() {
    Promise<QrCode> promise = Promise.promise();
    waiting.add(promise);
    long timer = vertx.setTimer(LIMIT.toMillis(), late -> promise.tryFail(tooLate()));
    return promise
        .future()
        .onComplete(
            done -> {
              vertx.cancelTimer(timer);
              waiting.remove(promise);
            });
  }

  void isHere(QrCode qr) {
    List.copyOf(waiting).forEach(promise -> promise.tryComplete(qr));
  }

  void isNotToCome(WaggleException why) {
    List.copyOf(waiting).forEach(promise -> promise.tryFail(why));
  }

  private static WaggleException tooLate() {
    return new WaggleException(
        ErrorCode.TIMEOUT, "No new QR came in time; ask for the QR in a moment.");
  }
}
