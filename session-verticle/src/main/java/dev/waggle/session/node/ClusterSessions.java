package dev.waggle.session.node;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionInfo.Wanted;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.lifecycle.Ending;
import dev.waggle.session.registry.LiveNode;
import dev.waggle.session.registry.NodeRegistry;
import dev.waggle.session.registry.Reason;
import dev.waggle.session.registry.RegisteredSession;
import dev.waggle.session.registry.SessionRegistry;
import io.vertx.core.Future;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Starts and ends sessions wherever they are: writes down what is wanted, then has the owner act,
 * or finds one. Should this node die half-way, what is wanted is written and the others see to it.
 */
final class ClusterSessions {

  /** What one node cannot do and another one may. */
  private static final Set<ErrorCode> TRY_ANOTHER =
      EnumSet.of(ErrorCode.NO_CAPACITY, ErrorCode.SHUTTING_DOWN, ErrorCode.OWNER_UNAVAILABLE);

  private static final Reason RESET_ON_REQUEST =
      new Reason(StatusCause.RESET_ON_REQUEST, "Reset on request.");

  private static final Reason START_REQUESTED = Reason.of("Start requested.");

  private final SessionRegistry registry;
  private final NodeRegistry nodes;
  private final NodeClient client;

  ClusterSessions(SessionRegistry registry, NodeRegistry nodes, NodeClient client) {
    this.registry = registry;
    this.nodes = nodes;
    this.client = client;
  }

  /** Answers when an owner has claimed the session; one that runs is left alone. */
  Future<SessionInfo> start(SessionName session) {
    return registry
        .setWanted(session, Wanted.RUNNING)
        .compose(
            registered -> {
              if (!registered.isOwned()) {
                return place(registered.info());
              }
              return registered.info().status().isRunning()
                  ? Future.succeededFuture(registered.info())
                  : client.host(registered.info().node(), new NodeCommand.Host(session, null));
            });
  }

  /** Answers when no browser of the session runs. */
  Future<SessionInfo> stop(SessionName session) {
    return end(session, new NodeCommand.Stop(session))
        .compose(
            ended -> registry.settle(session, SessionStatus.STOPPED, Ending.STOPPED_ON_REQUEST));
  }

  /** Answers when the session is claimed anew. */
  Future<SessionInfo> restart(SessionName session) {
    return registry
        .get(session)
        .compose(registered -> tellOwner(registered, new NodeCommand.Stop(session)))
        .compose(stopped -> start(session));
  }

  /** Answers when the device is unlinked and no profile is left. */
  Future<SessionInfo> logout(SessionName session) {
    return end(session, new NodeCommand.Logout(session))
        .compose(ended -> erase(session))
        .compose(erased -> registry.get(session))
        .compose(registered -> settleLogout(registered.info()));
  }

  /** An owner has said how it went; without one nobody could tell WhatsApp. */
  private Future<SessionInfo> settleLogout(SessionInfo left) {
    return left.status() == SessionStatus.LOGGED_OUT
        ? Future.succeededFuture(left)
        : registry.settleUnlinked(
            left.name(),
            SessionStatus.LOGGED_OUT,
            left.me() == null ? Ending.LOGGED_OUT_ON_REQUEST : Ending.NOT_TOLD);
  }

  /** Answers when the session is claimed anew, without a profile. */
  Future<SessionInfo> reset(SessionName session) {
    return end(session, new NodeCommand.Stop(session))
        .compose(ended -> erase(session))
        .compose(
            erased -> registry.settleUnlinked(session, SessionStatus.STOPPED, RESET_ON_REQUEST))
        .compose(settled -> start(session));
  }

  /** Answers when nothing of the session is left. */
  Future<Void> delete(SessionName session) {
    return end(session, new NodeCommand.Stop(session))
        .compose(ended -> erase(session))
        .compose(erased -> registry.delete(session));
  }

  private Future<Void> end(SessionName session, NodeCommand how) {
    return registry
        .setWanted(session, Wanted.STOPPED)
        .compose(registered -> tellOwner(registered, how));
  }

  private Future<Void> tellOwner(RegisteredSession registered, NodeCommand command) {
    return registered.isOwned()
        ? client.tell(registered.info().node(), command)
        : Future.succeededFuture();
  }

  /** One node after the other: several may share a data folder, where only one can erase. */
  private Future<Void> erase(SessionName session) {
    return nodes.live().compose(live -> inTurn(live, node -> eraseAt(node, session)));
  }

  private Future<Void> eraseAt(LiveNode node, SessionName session) {
    return client.tell(node.id(), new NodeCommand.Erase(session));
  }

  private Future<SessionInfo> place(SessionInfo info) {
    return makeAdoptable(info)
        .compose(ready -> nodes.live())
        .compose(live -> tryEach(info.name(), Placement.rank(live).iterator(), Refusals.of(live)));
  }

  /**
   * An end that waited for a person has been answered: if nobody has room now, adoption has later.
   */
  private Future<SessionInfo> makeAdoptable(SessionInfo info) {
    return info.status().isRunning() || info.status() == SessionStatus.STOPPED
        ? Future.succeededFuture(info)
        : registry.settle(info.name(), SessionStatus.STOPPED, START_REQUESTED);
  }

  private Future<SessionInfo> tryEach(
      SessionName session, Iterator<LiveNode> nodesLeft, Refusals refusals) {
    if (!nodesLeft.hasNext()) {
      return Future.failedFuture(refusals.asFailure());
    }
    String node = nodesLeft.next().id();
    return client
        .host(node, new NodeCommand.Host(session, null))
        .recover(
            failure ->
                TRY_ANOTHER.contains(WaggleException.of(failure).code())
                    ? tryEach(session, nodesLeft, refusals.and(node, failure))
                    : Future.failedFuture(failure));
  }

  private static Future<Void> inTurn(List<LiveNode> nodes, Function<LiveNode, Future<Void>> work) {
    Future<Void> all = Future.succeededFuture();
    for (LiveNode node : nodes) {
      all = all.compose(done -> work.apply(node));
    }
    return all;
  }
}
