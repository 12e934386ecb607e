package dev.waggle.session.node;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.NodeVersion;
import dev.waggle.contract.SessionCommand.Create;
import dev.waggle.contract.SessionCommand.Delete;
import dev.waggle.contract.SessionCommand.DrainNode;
import dev.waggle.contract.SessionCommand.Get;
import dev.waggle.contract.SessionCommand.GetHistory;
import dev.waggle.contract.SessionCommand.ListAll;
import dev.waggle.contract.SessionCommand.ListNodes;
import dev.waggle.contract.SessionCommand.Logout;
import dev.waggle.contract.SessionCommand.Rebalance;
import dev.waggle.contract.SessionCommand.Reset;
import dev.waggle.contract.SessionCommand.Restart;
import dev.waggle.contract.SessionCommand.Start;
import dev.waggle.contract.SessionCommand.Stop;
import dev.waggle.contract.SessionCommand.ToAnyNode;
import dev.waggle.contract.SessionCommand.Update;
import dev.waggle.contract.SessionCommand.Version;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionHistory;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionInfo.Wanted;
import dev.waggle.contract.SessionList;
import dev.waggle.contract.WaggleException;
import dev.waggle.contract.WhatsAppEvent;
import dev.waggle.session.bus.WhatsAppBus;
import dev.waggle.session.registry.RegisteredSession;
import dev.waggle.session.registry.SessionRegistry;
import io.vertx.core.Future;
import java.util.function.Supplier;

/** Which part of the cluster answers which command to any session node. */
final class ClusterCommands {

  private final SessionRegistry registry;
  private final ClusterSessions sessions;
  private final ClusterNodes nodes;
  private final Supplier<NodeVersion> version;
  private final WhatsAppBus events;

  ClusterCommands(
      SessionRegistry registry,
      ClusterSessions sessions,
      ClusterNodes nodes,
      Supplier<NodeVersion> version,
      WhatsAppBus events) {
    this.registry = registry;
    this.sessions = sessions;
    this.nodes = nodes;
    this.version = version;
    this.events = events;
  }

  /** The reply to a command, or a failure with a code. */
  Future<? extends Record> handle(ToAnyNode command) {
    if (command instanceof Create create) {
      return create(create);
    } else if (command instanceof Update update) {
      return registry.updateConfig(update.session(), orDefault(update.config()));
    } else if (command instanceof ListAll) {
      return registry
          .list()
          .map(all -> new SessionList(all.stream().map(RegisteredSession::info).toList()));
    } else if (command instanceof Get get) {
      return registry.get(get.session()).map(RegisteredSession::info);
    } else if (command instanceof GetHistory asked) {
      return history(asked);
    } else if (command instanceof ListNodes) {
      return nodes.list();
    } else if (command instanceof DrainNode drain) {
      return nodes.drain(drain.node());
    } else if (command instanceof Rebalance) {
      return nodes.rebalance();
    } else if (command instanceof Version) {
      return Future.succeededFuture(version.get());
    }
    return handleRun(command);
  }

  private Future<SessionHistory> history(GetHistory asked) {
    if (asked.limit() < 1 || asked.limit() > GetHistory.MOST) {
      throw new WaggleException(
          ErrorCode.INVALID_REQUEST, "limit must be 1 to " + GetHistory.MOST + ".");
    }
    return registry.history(asked.session(), asked.limit()).map(SessionHistory::new);
  }

  private Future<? extends Record> handleRun(ToAnyNode command) {
    if (command instanceof Start start) {
      return sessions.start(start.session());
    } else if (command instanceof Stop stop) {
      return told(WhatsAppEvent.MANUAL_DISCONNECT, sessions.stop(stop.session()));
    } else if (command instanceof Restart restart) {
      return told(WhatsAppEvent.MANUAL_RECONNECT, sessions.restart(restart.session()));
    } else if (command instanceof Logout logout) {
      return told(WhatsAppEvent.MANUAL_DISCONNECT, sessions.logout(logout.session()));
    } else if (command instanceof Reset reset) {
      return sessions.reset(reset.session());
    } else if (command instanceof Delete delete) {
      return sessions.delete(delete.session()).map(done -> (Record) null);
    }
    throw new IllegalStateException("No part answers " + command.getClass().getSimpleName());
  }

  /** What cannot be started yet is registered all the same, and starts when there is room. */
  private Future<SessionInfo> create(Create create) {
    SessionConfig config = orDefault(create.config());
    if (!create.start()) {
      return registry.create(create.session(), Wanted.STOPPED, config);
    }
    return registry
        .create(create.session(), Wanted.RUNNING, config)
        .compose(
            info ->
                sessions.start(create.session()).recover(failure -> Future.succeededFuture(info)));
  }

  /** What was asked for by hand is told by the node that was asked: there may be no owner. */
  private Future<SessionInfo> told(WhatsAppEvent event, Future<SessionInfo> done) {
    return done.onSuccess(session -> events.manual(event, session));
  }

  private static SessionConfig orDefault(SessionConfig config) {
    return config == null ? SessionConfig.DEFAULT : config;
  }
}
