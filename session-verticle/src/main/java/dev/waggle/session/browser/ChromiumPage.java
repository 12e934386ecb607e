package dev.waggle.session.browser;

import dev.waggle.contract.ChatId;
import dev.waggle.contract.MessageSent;
import dev.waggle.contract.PairingCode;
import dev.waggle.session.page.OutgoingMessage;
import dev.waggle.session.page.PageCondition;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.page.WhatsAppPage;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One session's page. Its state lives on the Vert.x context that opened it; calls from elsewhere
 * are brought there, and so is what the browser thread reports.
 */
final class ChromiumPage implements WhatsAppPage, PageTab.Listener {

  private static final Logger log = LoggerFactory.getLogger(ChromiumPage.class);
  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(3);
  private static final String LOGOUT = "logout";

  private final Context context;
  private final BrowserHold hold;
  private final Handler<PageEvent> events;
  private final Supplier<Future<Void>> passedOn;
  private final Duration commandTimeout;
  private final PageCalls calls;
  private final StorageKeeper storage;
  private final EventFilter filter = new EventFilter();
  private final Promise<Void> deathBeforeOpen = Promise.promise();
  private final Promise<Void> freed = Promise.promise();
  private boolean open;
  private boolean over;
  private long heardAtNanos = System.nanoTime();

  ChromiumPage(
      Context context,
      BrowserHold hold,
      PageScript script,
      Duration commandTimeout,
      Supplier<Future<Void>> passedOn,
      Handler<PageEvent> events) {
    this.context = context;
    this.hold = hold;
    this.events = events;
    this.passedOn = passedOn;
    this.commandTimeout = commandTimeout;
    this.calls =
        new PageCalls(
            context.owner(),
            (id, command, arguments) ->
                Contexts.hop(context, hold.start(script.call(id, command, arguments))));
    this.storage =
        new StorageKeeper(
            context.owner(),
            () -> call("copyStorage", new JsonObject()),
            copy -> Contexts.hop(context, hold.keepStorage(copy)),
            () -> pass(new PageEvent.StorageKept()));
  }

  /** Fails when the browser dies before {@link #opened}, which is then no event. */
  Future<Void> deathBeforeOpen() {
    return deathBeforeOpen.future();
  }

  /** Done when the browser is gone, whoever wanted that. */
  Future<Void> whenFreed() {
    return freed.future();
  }

  /**
   * From now on the death of the browser is an event.
   *
   * @throws dev.waggle.contract.WaggleException with BROWSER_CLOSED when it has died before
   */
  ChromiumPage opened() {
    if (over) {
      throw PageErrors.closed();
    }
    open = true;
    return this;
  }

  @Override
  public Future<Void> refreshQr() {
    return call("refreshQr", new JsonObject()).mapEmpty();
  }

  @Override
  public Future<PairingCode> requestPairingCode(String digits) {
    return call("requestPairingCode", new JsonObject().put("digits", digits))
        .map(answer -> new PairingCode(answer.getString("code")));
  }

  @Override
  public Future<MessageSent> send(OutgoingMessage message) {
    return call("send", PageArguments.of(message)).map(PageArguments::messageSent);
  }

  @Override
  public Future<Optional<ChatId>> lookUp(ChatId number) {
    return call("lookUp", new JsonObject().put("chatId", number.value()))
        .map(answer -> Optional.ofNullable(answer.getString("chatId")).map(ChatId::new));
  }

  @Override
  public Future<Void> keepStorage() {
    return onContext(storage::keep);
  }

  @Override
  public Future<PageCondition> probe() {
    Duration deadline =
        commandTimeout.compareTo(PROBE_TIMEOUT) < 0 ? commandTimeout : PROBE_TIMEOUT;
    return call("probe", new JsonObject(), deadline).map(PageArguments::condition);
  }

  @Override
  public boolean hasSpokenSince(long nanoTime) {
    return heardAtNanos - nanoTime > 0;
  }

  @Override
  public Future<Void> logout() {
    return call(LOGOUT, new JsonObject()).mapEmpty();
  }

  @Override
  public Future<Void> takeOver() {
    return call("takeOver", new JsonObject()).mapEmpty();
  }

  @Override
  public Future<Void> close() {
    return onContext(this::end);
  }

  @Override
  public void told(String text) {
    PageReport report = PageReportReader.read(text);
    context.runOnContext(there -> accept(report));
  }

  @Override
  public void stored() {
    context.runOnContext(there -> storage.changed());
  }

  @Override
  public void navigated(String url) {
    context.runOnContext(there -> filter.navigated(url).ifPresent(this::pass));
  }

  @Override
  public void gone(PageEvent.Cause cause) {
    context.runOnContext(there -> died(cause));
  }

  private Future<JsonObject> call(String command, JsonObject arguments) {
    return call(command, arguments, commandTimeout);
  }

  private Future<JsonObject> call(String command, JsonObject arguments, Duration deadline) {
    return onContext(
        () ->
            over
                ? Future.failedFuture(PageErrors.closed())
                : calls.call(command, arguments, deadline));
  }

  private void accept(PageReport report) {
    if (over) {
      return;
    }
    heardAtNanos = System.nanoTime();
    if (report instanceof PageReport.Answer answer) {
      calls.answered(answer);
    } else if (report instanceof PageReport.Happened happened) {
      filter.passed(happened.event()).ifPresent(this::pass);
      confirm(happened);
    } else if (report instanceof PageReport.NewDocument) {
      calls.succeed(LOGOUT);
      calls.failAll(PageErrors::reloaded);
    } else if (report instanceof PageReport.Left) {
      died(PageEvent.Cause.SILENT_OWNER);
    } else if (report instanceof PageReport.Trouble trouble) {
      log.debug("Trouble inside a page: {}", ChatId.mask(trouble.text()));
    }
  }

  private void pass(PageEvent event) {
    if (!over) {
      events.handle(event);
    }
  }

  /** What the filter has swallowed is confirmed too: nobody will ever pass it on. */
  private void confirm(PageReport.Happened happened) {
    if (happened.isNumbered()) {
      Contexts.hop(context, passedOn.get())
          .onSuccess(
              done -> {
                if (!over) {
                  hold.passedOn(happened.number());
                }
              });
    }
  }

  private void died(PageEvent.Cause cause) {
    if (over) {
      return;
    }
    var unused = end();
    if (open) {
      events.handle(new PageEvent.Closed(cause));
    } else {
      deathBeforeOpen.fail(
          cause == PageEvent.Cause.SILENT_OWNER ? PageErrors.ownerSilent() : PageErrors.closed());
    }
  }

  private Future<Void> end() {
    over = true;
    calls.failAll(PageErrors::closed);
    return Contexts.hop(context, hold.free()).onComplete(done -> freed.tryComplete());
  }

  private <T> Future<T> onContext(Supplier<Future<T>> work) {
    return Contexts.run(context, work);
  }
}
