package dev.waggle.session;

import dev.waggle.contract.ChatId;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionCommand.CheckExists;
import dev.waggle.contract.SessionCommand.GetQr;
import dev.waggle.contract.SessionCommand.Observe;
import dev.waggle.contract.SessionCommand.RenewQr;
import dev.waggle.contract.SessionCommand.Replay;
import dev.waggle.contract.SessionCommand.RequestPairingCode;
import dev.waggle.contract.SessionCommand.SendMedia;
import dev.waggle.contract.SessionCommand.SendText;
import dev.waggle.contract.SessionCommand.ToOwner;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.bus.EventPublisher;
import dev.waggle.session.lifecycle.SessionLifecycle;
import dev.waggle.session.message.OutboundMessages;
import io.vertx.core.Future;

/** Which part of a session answers which command to its owner. */
final class SessionCommands {

  private final SessionLifecycle lifecycle;
  private final OutboundMessages outbound;
  private final EventPublisher publisher;

  SessionCommands(SessionLifecycle lifecycle, OutboundMessages outbound, EventPublisher publisher) {
    this.lifecycle = lifecycle;
    this.outbound = outbound;
    this.publisher = publisher;
  }

  /** The reply to a command, or a failure with a code. */
  Future<? extends Record> handle(ToOwner command) {
    if (command instanceof SendText text) {
      return outbound.send(text);
    } else if (command instanceof SendMedia media) {
      return outbound.send(media);
    } else if (command instanceof CheckExists check) {
      return outbound.check(check);
    } else if (command instanceof GetQr) {
      return lifecycle.qr();
    } else if (command instanceof RenewQr) {
      return lifecycle.renewQr();
    } else if (command instanceof Observe) {
      return lifecycle.observe();
    } else if (command instanceof Replay replay) {
      return Future.succeededFuture(publisher.after(replay.generation(), replay.afterSeq()));
    } else if (command instanceof RequestPairingCode request) {
      return lifecycle.requestPairingCode(phone(request).user());
    }
    throw new IllegalStateException("No part answers " + command.getClass().getSimpleName());
  }

  private static ChatId phone(RequestPairingCode request) {
    ChatId number = ChatId.parse(request.phone());
    if (!number.isNumber()) {
      throw new WaggleException(
          ErrorCode.INVALID_CHAT_ID, "phone must be the account's number with its country code.");
    }
    return number;
  }
}
