package dev.waggle.contract;

import dev.waggle.contract.SessionCommand.SendMedia.MediaKind;
import dev.waggle.contract.guide.ClientHandle;
import dev.waggle.contract.guide.SessionCallbacks;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Waggle for a JVM service on the bus: one method per command, each a future that fails with a
 * {@link WaggleException}. Safe from any thread; holds nothing to close.
 */
public final class SessionClient {

  /** For what the registry or a running page can answer. */
  private static final Duration QUICK = Duration.ofSeconds(10);

  /** For what waits for a browser to close or for WhatsApp's server to answer. */
  private static final Duration SLOW = Duration.ofSeconds(45);

  private final Vertx vertx;
  private final EventBus bus;
  private final Duration patience;

  /** A client that gives each command the time that it may need, 45 s at most. */
  public SessionClient(Vertx vertx) {
    this(vertx, SLOW);
  }

  /**
   * A client for callers that have less time.
   *
   * @param patience after so long every request fails with TIMEOUT, if it has not before
   */
  public SessionClient(Vertx vertx, Duration patience) {
    this.vertx = vertx;
    this.bus = vertx.eventBus();
    this.patience = patience;
  }

  /** See {@link SessionCommand.Create}. */
  public Future<SessionInfo> create(SessionName session, boolean start, SessionConfig config) {
    return ask(new SessionCommand.Create(session, start, config), SLOW, SessionInfo.class);
  }

  /**
   * Creates the session when it is not there and starts it when it does not run. May be called as
   * often as one likes, and by several at once: they end with one session that runs.
   */
  public Future<SessionInfo> createOrStart(SessionName session) {
    return createOrStart(session, SessionConfig.DEFAULT);
  }

  /**
   * The same.
   *
   * @param config of a session that is not there yet; one that is keeps its own
   */
  public Future<SessionInfo> createOrStart(SessionName session, SessionConfig config) {
    return create(session, true, config)
        .recover(
            failure ->
                WaggleException.of(failure).code() == ErrorCode.SESSION_EXISTS
                    ? start(session)
                    : Future.failedFuture(failure));
  }

  /**
   * The session as something to hold, created and started if need be. Completes as soon as it has
   * an owner, long before an account is linked.
   */
  public Future<ClientHandle> getOrCreateClient(SessionName session) {
    return ClientHandle.open(this, session);
  }

  /**
   * The same, and {@code callbacks} are told of every QR and every status in the Integration
   * Guide's words: first what is true now, then what happens, each once and in order. They are
   * called on the caller's Vert.x context, or on one of their own when the caller has none.
   *
   * @return fails like {@link #createOrStart}; then no callback is called
   */
  public Future<ClientHandle> getOrCreateClientWithCallbacks(
      SessionName session, SessionCallbacks callbacks) {
    return ClientHandle.open(this, session, vertx.getOrCreateContext(), callbacks);
  }

  /** See {@link SessionCommand.Update}. */
  public Future<SessionInfo> update(SessionName session, SessionConfig config) {
    return ask(new SessionCommand.Update(session, config), QUICK, SessionInfo.class);
  }

  /** Every session, ordered by name. */
  public Future<List<SessionInfo>> list() {
    return ask(new SessionCommand.ListAll(), QUICK, SessionList.class).map(SessionList::sessions);
  }

  /** See {@link SessionCommand.Get}. */
  public Future<SessionInfo> get(SessionName session) {
    return ask(new SessionCommand.Get(session), QUICK, SessionInfo.class);
  }

  /** See {@link SessionCommand.GetHistory}. */
  public Future<List<Transition>> history(SessionName session, int limit) {
    return ask(new SessionCommand.GetHistory(session, limit), QUICK, SessionHistory.class)
        .map(SessionHistory::transitions);
  }

  /** See {@link SessionCommand.Delete}. */
  public Future<Void> delete(SessionName session) {
    return ask(new SessionCommand.Delete(session), SLOW, JsonObject.class).mapEmpty();
  }

  /** See {@link SessionCommand.Start}. */
  public Future<SessionInfo> start(SessionName session) {
    return ask(new SessionCommand.Start(session), SLOW, SessionInfo.class);
  }

  /** See {@link SessionCommand.Stop}. */
  public Future<SessionInfo> stop(SessionName session) {
    return ask(new SessionCommand.Stop(session), SLOW, SessionInfo.class);
  }

  /** See {@link SessionCommand.Restart}. */
  public Future<SessionInfo> restart(SessionName session) {
    return ask(new SessionCommand.Restart(session), SLOW, SessionInfo.class);
  }

  /** See {@link SessionCommand.Logout}. */
  public Future<SessionInfo> logout(SessionName session) {
    return ask(new SessionCommand.Logout(session), SLOW, SessionInfo.class);
  }

  /** See {@link SessionCommand.Reset}. */
  public Future<SessionInfo> reset(SessionName session) {
    return ask(new SessionCommand.Reset(session), SLOW, SessionInfo.class);
  }

  /** See {@link SessionCommand.Version}. */
  public Future<NodeVersion> version() {
    return ask(new SessionCommand.Version(), QUICK, NodeVersion.class);
  }

  /** Every session node; those that live first. See {@link SessionCommand.ListNodes}. */
  public Future<List<NodeInfo>> nodes() {
    return ask(new SessionCommand.ListNodes(), QUICK, NodeList.class).map(NodeList::nodes);
  }

  /** See {@link SessionCommand.DrainNode}. */
  public Future<DrainPlan> drainNode(String node) {
    return ask(new SessionCommand.DrainNode(node), QUICK, DrainPlan.class);
  }

  /** See {@link SessionCommand.Rebalance}. */
  public Future<RebalancePlan> rebalance() {
    return ask(new SessionCommand.Rebalance(), QUICK, RebalancePlan.class);
  }

  /** See {@link SessionCommand.GetQr}. */
  public Future<QrCode> qr(SessionName session) {
    return askOwner(new SessionCommand.GetQr(session), QUICK, QrCode.class);
  }

  /** See {@link SessionCommand.Observe}. Fails with WRONG_STATE when the session does not run. */
  public Future<LiveSession> observe(SessionName session) {
    return askOwner(new SessionCommand.Observe(session), QUICK, LiveSession.class);
  }

  /** See {@link SessionCommand.Replay}. Fails with WRONG_STATE when the session does not run. */
  public Future<EventPage> replay(SessionName session, long generation, long afterSeq) {
    return askOwner(
        new SessionCommand.Replay(session, generation, afterSeq), QUICK, EventPage.class);
  }

  /** See {@link SessionCommand.RenewQr}. */
  public Future<QrCode> renewQr(SessionName session) {
    return askOwner(new SessionCommand.RenewQr(session), SLOW, QrCode.class);
  }

  /** See {@link SessionCommand.RequestPairingCode}. */
  public Future<PairingCode> requestPairingCode(SessionName session, String phone) {
    return askOwner(new SessionCommand.RequestPairingCode(session, phone), SLOW, PairingCode.class);
  }

  /** Sends text under an id that Waggle chooses. See {@link SessionCommand.SendText}. */
  public Future<MessageSent> sendText(SessionName session, String chatId, String text) {
    return sendText(new SessionCommand.SendText(session, chatId, text, null));
  }

  /** See {@link SessionCommand.SendText}. */
  public Future<MessageSent> sendText(SessionCommand.SendText command) {
    return askOwner(command, SLOW, MessageSent.class);
  }

  /** See {@link SessionCommand.SendMedia}. */
  public Future<MessageSent> sendMedia(SessionCommand.SendMedia command) {
    return askOwner(command, SLOW, MessageSent.class);
  }

  /** Sends an image under an id that Waggle chooses. */
  public Future<MessageSent> sendImage(
      SessionName session, String chatId, MediaFile image, String caption) {
    return sendMedia(
        new SessionCommand.SendMedia(session, chatId, MediaKind.IMAGE, image, caption, null));
  }

  /** Sends a document under an id that Waggle chooses. */
  public Future<MessageSent> sendFile(
      SessionName session, String chatId, MediaFile file, String caption) {
    return sendMedia(
        new SessionCommand.SendMedia(session, chatId, MediaKind.DOCUMENT, file, caption, null));
  }

  /** See {@link SessionCommand.CheckExists}. */
  public Future<NumberStatus> checkExists(SessionName session, String phone) {
    return askOwner(new SessionCommand.CheckExists(session, phone), SLOW, NumberStatus.class);
  }

  /**
   * Calls {@code listener} with every event of one session. Completes when the whole cluster knows
   * of the subscription, so that what is asked for after that is not missed.
   */
  public Future<Subscription> subscribe(SessionName session, Consumer<SessionEvent> listener) {
    return listen(Addresses.events(session), listener);
  }

  /** The same for the linking events of one session only. */
  public Future<Subscription> subscribeRoom(SessionName session, Consumer<SessionEvent> listener) {
    return listen(Addresses.room(session), listener);
  }

  /** The same for every session. */
  public Future<Subscription> subscribeAll(Consumer<SessionEvent> listener) {
    return listen(Addresses.EVENTS, listener);
  }

  /** A subscription; ends when it is cancelled, or with its Vert.x. */
  public interface Subscription {
    /** Ends it; completes when the whole cluster knows. */
    Future<Void> cancel();
  }

  private Future<Subscription> listen(String address, Consumer<SessionEvent> listener) {
    MessageConsumer<JsonObject> consumer =
        bus.consumer(
            address, message -> listener.accept(Wire.read(message.body(), SessionEvent.class)));
    return consumer.completion().map(done -> consumer::unregister);
  }

  private <T> Future<T> ask(SessionCommand.ToAnyNode command, Duration limit, Class<T> reply) {
    return new NodeRequests(vertx)
        .ask(command, shorter(limit), reply)
        .recover(failure -> Future.failedFuture(WaggleException.of(failure)));
  }

  private <T> Future<T> askOwner(SessionCommand.ToOwner command, Duration limit, Class<T> reply) {
    return new OwnerRequests(vertx, this).ask(command, shorter(limit), reply);
  }

  private Duration shorter(Duration limit) {
    return limit.compareTo(patience) < 0 ? limit : patience;
  }
}
