package dev.waggle.session.node;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.StatusCause;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.log.FailureLine;
import dev.waggle.session.message.MessageMemory;
import dev.waggle.session.registry.LiveNode;
import dev.waggle.session.registry.NodeRegistry;
import dev.waggle.session.registry.Reason;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves sessions that run here to other nodes, with as little time between the two browsers as can
 * be: the target gets ready first, then the browser here closes, and the target claims at once.
 * Should the target fail then, adoption has the session.
 */
final class Moves {

  private static final Logger LOG = LoggerFactory.getLogger(Moves.class);

  private final String self;
  private final SessionHost host;
  private final NodeRegistry nodes;
  private final NodeClient client;

  /** Where sessions are on their way to; a node stands here once for each of them. */
  private final List<String> coming = new ArrayList<>();

  Moves(String self, SessionHost host, NodeRegistry nodes, NodeClient client) {
    this.self = self;
    this.host = host;
    this.nodes = nodes;
    this.client = client;
  }

  /**
   * Moves a session to the node with most room; done when that one has claimed it. Fails with
   * NO_CAPACITY when none has room, and then nothing has happened.
   */
  Future<Void> move(SessionName session) {
    return nodes
        .live()
        .map(live -> live.stream().filter(node -> !node.id().equals(self)).toList())
        .compose(others -> firstThatExpects(session, Placement.rank(planned(others)).iterator()))
        .compose(target -> handOver(session, target).onComplete(over -> coming.remove(target)));
  }

  /** The registry does not know yet of those that are on their way. */
  private List<LiveNode> planned(List<LiveNode> others) {
    return others.stream()
        .map(node -> node.withMore(Collections.frequency(coming, node.id())))
        .toList();
  }

  /** Moves a session to a node. Fails as that one does when it has no room. */
  Future<Void> move(SessionName session, String target) {
    return client
        .tell(target, new NodeCommand.Expect(session))
        .compose(expected -> handOver(session, target));
  }

  private Future<String> firstThatExpects(SessionName session, Iterator<LiveNode> left) {
    if (!left.hasNext()) {
      return Future.failedFuture(
          new WaggleException(ErrorCode.NO_CAPACITY, "No other session node has room."));
    }
    String next = left.next().id();
    coming.add(next);
    return client
        .tell(next, new NodeCommand.Expect(session))
        .map(next)
        .recover(
            refused -> {
              coming.remove(next);
              return firstThatExpects(session, left);
            });
  }

  private Future<Void> handOver(SessionName session, String target) {
    long begun = System.nanoTime();
    LOG.info("event=handing-over session={} to={}", session, target);
    return host.handOver(session, movedTo(target))
        .compose(memory -> tell(session, target, memory))
        .onSuccess(
            claimed ->
                LOG.info(
                    "event=handed-over session={} to={} ms={}",
                    session,
                    target,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)));
  }

  private Future<Void> tell(SessionName session, String target, Optional<MessageMemory> memory) {
    if (memory.isEmpty()) {
      return Future.succeededFuture();
    }
    return client
        .host(target, new NodeCommand.Host(session, memory.get()))
        .onFailure(
            e ->
                LOG.warn(
                    "event=not-taken session={} by={} cause=\"{}\"",
                    session,
                    target,
                    FailureLine.of(e)))
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  private static Reason movedTo(String target) {
    return new Reason(StatusCause.HANDED_OVER, "The session moves to " + target + ".");
  }
}
