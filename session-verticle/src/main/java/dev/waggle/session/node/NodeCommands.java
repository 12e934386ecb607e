package dev.waggle.session.node;

import dev.waggle.session.lifecycle.Ending;
import dev.waggle.session.message.MessageMemory;
import dev.waggle.session.page.WhatsAppPages;
import io.vertx.core.Future;

/** Which part of this node answers which command from another one. */
final class NodeCommands {

  private final SessionHost host;
  private final WhatsAppPages pages;

  NodeCommands(SessionHost host, WhatsAppPages pages) {
    this.host = host;
    this.pages = pages;
  }

  /** The reply to a command, or a failure with a code. */
  Future<? extends Record> handle(NodeCommand command) {
    if (command instanceof NodeCommand.Host order) {
      return host.host(
          order.session(), order.before() == null ? MessageMemory.NONE : order.before());
    } else if (command instanceof NodeCommand.Expect) {
      host.expect(command.session());
      pages.getReady();
      return empty(Future.succeededFuture());
    } else if (command instanceof NodeCommand.Stop) {
      return empty(host.stop(command.session(), Ending.STOPPED_ON_REQUEST));
    } else if (command instanceof NodeCommand.Logout) {
      return empty(host.logout(command.session()));
    } else if (command instanceof NodeCommand.Erase) {
      return empty(host.erase(command.session()));
    }
    throw new IllegalStateException("No part answers " + command.getClass().getSimpleName());
  }

  private static Future<? extends Record> empty(Future<Void> done) {
    return done.map(nothing -> (Record) null);
  }
}
