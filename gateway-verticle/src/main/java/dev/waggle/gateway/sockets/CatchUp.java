package dev.waggle.gateway.sockets;

import dev.waggle.contract.EventPage;
import dev.waggle.contract.LiveSession;
import dev.waggle.contract.SessionClient;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionName;
import io.vertx.core.Future;

/** Asks a session's owner what a client needs to begin or to go on. */
final class CatchUp {

  private final SessionClient client;

  CatchUp(SessionClient client) {
    this.client = client;
  }

  /**
   * What to begin with. Never fails: a session that does not exist yet, or whose owner cannot be
   * reached, is followed from its next event on.
   *
   * @param seen how far the client was, or null when it has seen nothing
   */
  Future<Beginning> of(SessionName session, Cursor seen) {
    if (seen == null) {
      return state(session).map(Beginning::afresh);
    }
    return client
        .replay(session, seen.generation(), seen.seq())
        .otherwise(EventPage.MISSED)
        .compose(
            page ->
                page.complete()
                    ? Future.succeededFuture(Beginning.resumed(page.events()))
                    : state(session).map(Beginning::lost));
  }

  private Future<LiveSession> state(SessionName session) {
    return client
        .observe(session)
        .recover(noOwner -> client.get(session).map(CatchUp::withoutOwner))
        .otherwise(unknown -> null);
  }

  private static LiveSession withoutOwner(SessionInfo info) {
    return new LiveSession(info, null, 0, info.generation(), 0, false);
  }
}
