package dev.waggle.contract.guide;

import dev.waggle.contract.LiveSession;
import dev.waggle.contract.MessageSent;
import dev.waggle.contract.SessionClient;
import dev.waggle.contract.SessionClient.Subscription;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionName;
import io.vertx.core.Context;
import io.vertx.core.Future;

/** A session that was found or created and runs, in the Integration Guide's style. */
public final class ClientHandle {

  private final SessionClient client;
  private final SessionName session;
  private final Subscription callbacks;

  private ClientHandle(SessionClient client, SessionName session, Subscription callbacks) {
    this.client = client;
    this.session = session;
    this.callbacks = callbacks;
  }

  /** See {@link SessionClient#getOrCreateClient}. */
  public static Future<ClientHandle> open(SessionClient client, SessionName session) {
    return client
        .createOrStart(session)
        .map(started -> new ClientHandle(client, session, Future::succeededFuture));
  }

  /**
   * See {@link SessionClient#getOrCreateClientWithCallbacks}.
   *
   * @param context where the callbacks are called
   */
  public static Future<ClientHandle> open(
      SessionClient client, SessionName session, Context context, SessionCallbacks callbacks) {
    CallbackFeed feed = new CallbackFeed(context, callbacks);
    return client
        .subscribeRoom(session, feed::take)
        .compose(
            room ->
                client
                    .createOrStart(session)
                    .compose(started -> present(client, started))
                    .onSuccess(feed::begin)
                    .map(live -> new ClientHandle(client, session, closing(feed, room)))
                    .recover(
                        failure -> room.cancel().transform(gone -> Future.failedFuture(failure))));
  }

  /** The session. */
  public SessionName session() {
    return session;
  }

  /** See {@link SessionClient#get}. */
  public Future<SessionInfo> info() {
    return client.get(session);
  }

  /** See {@link SessionClient#sendText(SessionName, String, String)}. */
  public Future<MessageSent> sendText(String chatId, String text) {
    return client.sendText(session, chatId, text);
  }

  /**
   * Ends the callbacks: none is called any more, if this is called on their context; the session
   * stays as it is. Completes when the whole cluster knows. May be repeated.
   */
  public Future<Void> close() {
    return callbacks.cancel();
  }

  /** What the owner sees now; if it cannot be asked yet, what the start has answered. */
  private static Future<LiveSession> present(SessionClient client, SessionInfo started) {
    return client
        .observe(started.name())
        .otherwise(new LiveSession(started, null, 0, started.generation(), 0, false));
  }

  private static Subscription closing(CallbackFeed feed, Subscription room) {
    return () -> {
      feed.close();
      return room.cancel();
    };
  }
}
