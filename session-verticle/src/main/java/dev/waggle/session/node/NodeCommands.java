package dev.waggle.session.node;

import dev.waggle.session.lifecycle.Ending;
import dev.waggle.session.message.MessageMemory;
import io.vertx.core.Future;

/** Which part of this node answers which command from another one. */
final class NodeCommands {

  private final SessionHost host;
  private final NodeOrders orders;

  NodeCommands(SessionHost host, NodeOrders orders) {
    this.host = host;
    this.orders = orders;
  }

  /** The reply to a command, or a failure with a code. */
  Future<? extends Record> handle(NodeCommand command) {
    if (command instanceof NodeCommand.OfSession ofSession) {
      return handle(ofSession);
    } else if (command instanceof NodeCommand.Give give) {
      return orders.give(give.to());
    } else if (command instanceof NodeCommand.Drain) {
      return orders.drain();
    }
    throw unknown(command);
  }

  private Future<? extends Record> handle(NodeCommand.OfSession command) {
    if (command instanceof NodeCommand.Host order) {
      return host.host(
          order.session(), order.before() == null ? MessageMemory.NONE : order.before());
    } else if (command instanceof NodeCommand.Expect) {
      return empty(host.expect(command.session()));
    } else if (command instanceof NodeCommand.Stop) {
      return empty(host.stop(command.session(), Ending.STOPPED_ON_REQUEST));
    } else if (command instanceof NodeCommand.Logout) {
      return empty(host.logout(command.session()));
    } else if (command instanceof NodeCommand.Erase) {
      return empty(host.erase(command.session()));
    }
    throw unknown(command);
  }

  private static IllegalStateException unknown(NodeCommand command) {
    return new IllegalStateException("No part answers " + command.getClass().getSimpleName());
  }

  private static Future<? extends Record> empty(Future<Void> done) {
    return done.map(nothing -> (Record) null);
  }
}
