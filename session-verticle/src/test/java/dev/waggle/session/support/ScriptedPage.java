package dev.waggle.session.support;

import dev.waggle.contract.ChatId;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.MessageSent;
import dev.waggle.contract.PairingCode;
import dev.waggle.contract.SessionInfo.Account;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.page.OutgoingMessage;
import dev.waggle.session.page.PageCondition;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.page.PageRequest;
import dev.waggle.session.page.WhatsAppPage;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A page without a browser: it reports and answers what the test says. */
public final class ScriptedPage implements WhatsAppPage {

  public static final Account ME = new Account("5511999999999@c.us", "Ana");

  private static final PageCondition READY = new PageCondition(true, "MAIN", "NORMAL", "CONNECTED");
  private static final PageCondition NOT_READY = new PageCondition(false, "QR", "", "UNPAIRED");

  private final PageRequest request;
  private final Handler<PageEvent> events;
  private final Context context = Vertx.currentContext();
  private final List<OutgoingMessage> sent = new CopyOnWriteArrayList<>();
  private final AtomicInteger refreshes = new AtomicInteger();
  private final AtomicInteger takeOvers = new AtomicInteger();
  private final AtomicInteger lookUps = new AtomicInteger();
  private final AtomicInteger logouts = new AtomicInteger();
  private final AtomicInteger probes = new AtomicInteger();

  private volatile PageCondition condition = NOT_READY;
  private volatile boolean silent;
  private volatile boolean speaking;
  private volatile boolean deaf;
  private volatile boolean knowsNobody;
  private volatile boolean closed;
  private volatile String refreshed;
  private volatile Promise<Void> taking = taken();

  ScriptedPage(PageRequest request, Handler<PageEvent> events) {
    this.request = request;
    this.events = events;
  }

  /** Reports something, as a page does: on the session's context. */
  public void emit(PageEvent event) {
    context.runOnContext(running -> events.handle(event));
  }

  /** Is connected, and says so. */
  public void becomeReady() {
    condition = READY;
    emit(new PageEvent.Ready(ME));
  }

  /** Is connected when it is asked, and says nothing. */
  public void connectSilently() {
    condition = READY;
  }

  /** Is not connected when it is asked, and says nothing. */
  public void disconnectSilently() {
    condition = NOT_READY;
  }

  /** Answers no probe any more. */
  public void fallSilent() {
    silent = true;
  }

  /** Answers no probe, but says other things all the time. */
  public void beTooBusyToAnswer() {
    speaking = true;
    silent = true;
  }

  /** Shows this QR when it is asked for another one. */
  public void refreshWith(String text) {
    refreshed = text;
  }

  /** Carries out no command any more. */
  public void fallDeaf() {
    deaf = true;
  }

  /** Leaves what it is given to send without an answer until {@link #takeSends}. */
  public void holdSends() {
    taking = Promise.promise();
  }

  /** Answers what it was given to send. */
  public void takeSends() {
    taking.tryComplete();
  }

  private static Promise<Void> taken() {
    Promise<Void> promise = Promise.promise();
    promise.complete();
    return promise;
  }

  /** Finds no number any more. */
  public void knowNobody() {
    knowsNobody = true;
  }

  public PageRequest request() {
    return request;
  }

  public boolean isClosed() {
    return closed;
  }

  public List<OutgoingMessage> sent() {
    return sent;
  }

  public int refreshes() {
    return refreshes.get();
  }

  public int takeOvers() {
    return takeOvers.get();
  }

  public int lookUps() {
    return lookUps.get();
  }

  public int probes() {
    return probes.get();
  }

  public int logouts() {
    return logouts.get();
  }

  @Override
  public Future<Void> refreshQr() {
    refreshes.incrementAndGet();
    if (refreshed != null) {
      emit(new PageEvent.QrShown(refreshed));
    }
    return Future.succeededFuture();
  }

  @Override
  public Future<PairingCode> requestPairingCode(String digits) {
    return Future.succeededFuture(new PairingCode("ABCD-1234"));
  }

  @Override
  public Future<MessageSent> send(OutgoingMessage message) {
    sent.add(message);
    String chat = message.chat().value();
    return taking
        .future()
        .map(new MessageSent("true_" + chat + "_" + message.id(), chat, 1, Instant.now()));
  }

  @Override
  public Future<Optional<ChatId>> lookUp(ChatId number) {
    lookUps.incrementAndGet();
    return Future.succeededFuture(knowsNobody ? Optional.empty() : Optional.of(number));
  }

  @Override
  public Future<Void> keepStorage() {
    return Future.succeededFuture();
  }

  @Override
  public Future<PageCondition> probe() {
    probes.incrementAndGet();
    return silent ? Promise.<PageCondition>promise().future() : Future.succeededFuture(condition);
  }

  @Override
  public boolean hasSpokenSince(long nanoTime) {
    return speaking;
  }

  @Override
  public Future<Void> logout() {
    logouts.incrementAndGet();
    if (deaf) {
      return Future.failedFuture(new WaggleException(ErrorCode.TIMEOUT, "No answer."));
    }
    emit(new PageEvent.LoggedOut("0"));
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> takeOver() {
    takeOvers.incrementAndGet();
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> close() {
    closed = true;
    taking.tryFail(new WaggleException(ErrorCode.BROWSER_CLOSED, "The browser is closed."));
    return Future.succeededFuture();
  }
}
