package dev.waggle.simulator.chat;

import dev.waggle.simulator.account.Account;
import dev.waggle.simulator.account.Content;
import dev.waggle.simulator.account.Device;
import dev.waggle.simulator.account.Directory;
import dev.waggle.simulator.account.Envelope;
import dev.waggle.simulator.account.Message;
import dev.waggle.simulator.account.Receipt;
import dev.waggle.simulator.fault.FaultKind;
import dev.waggle.simulator.fault.Faults;
import dev.waggle.simulator.fault.Target;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * Takes on messages, carries a copy to every phone and linked device of all who take part, and
 * carries the receipts back.
 */
final class Router {

  private final Directory directory;
  private final LiveSockets live;
  private final Faults faults;

  Router(Directory directory, LiveSockets live, Faults faults) {
    this.directory = directory;
    this.live = live;
    this.faults = faults;
  }

  /**
   * Takes a message on (ack 1); nobody has it before {@link #fanOut}.
   *
   * @throws Refusal 404 when the receiver is not on WhatsApp
   */
  Message accept(Envelope envelope, Content content) {
    List<Account> receivers = directory.receivers(envelope.sender(), envelope.to());
    Message message =
        new Message(envelope, content, receivers.stream().map(Account::number).toList());
    directory.account(envelope.sender()).remember(message);
    receivers.forEach(account -> account.remember(message));
    return message;
  }

  /** Carries it to the receivers, and to the writer's phone and other devices. */
  void fanOut(Message message) {
    Envelope envelope = message.envelope();
    Account sender = directory.account(envelope.sender());
    if (envelope.device() != Envelope.PHONE) {
      toPhone(sender, message);
    }
    toDevices(sender, message);
    directory.receivers(envelope.sender(), envelope.to()).stream()
        .filter(account -> !account.equals(sender))
        .forEach(
            account -> {
              toPhone(account, message);
              toDevices(account, message);
            });
  }

  private void toPhone(Account account, Message message) {
    if (account.offline()) {
      account.await(message);
    } else {
      acknowledge(account, message, Message.DELIVERED);
    }
  }

  private void toDevices(Account account, Message message) {
    Envelope envelope = message.envelope();
    boolean own = envelope.sender().equals(account.number());
    for (Device device : account.devices()) {
      if (!own || device.index() != envelope.device()) {
        device.inbox().add(message);
        live.of(device).ifPresent(socket -> write(socket, device, message, false));
      }
    }
  }

  /** Writes a waiting message to a connection of the device. */
  void write(ChatSocket socket, Device device, Message message, boolean offline) {
    String pushName = directory.account(message.envelope().sender()).name();
    JsonObject msg =
        message.seenBy(device.number()).put("pushName", pushName).put("offline", offline);
    JsonObject frame = new JsonObject().put("type", "message").put("msg", msg);
    boolean twice = faults.take(FaultKind.DUPLICATE_DELIVERIES, Target.of(device)).isPresent();
    for (int copy = 0; copy < (twice ? 2 : 1); copy++) {
      device.inbox().written(message, socket.id());
      socket.push(frame);
    }
  }

  /** The phone is within reach again: it gets what has waited for it. */
  void phoneIsBack(Account account) {
    account.takeWaiting().forEach(message -> acknowledge(account, message, Message.DELIVERED));
  }

  /** An account has got, read or played a message: its writer's devices are told once. */
  void acknowledge(Account account, Message message, int ack) {
    if (!message.raise(account.number(), ack)) {
      return;
    }
    Envelope envelope = message.envelope();
    Receipt receipt =
        new Receipt(
            message.id(),
            envelope.to().toString(),
            envelope.to().isGroup() ? account.wid().toString() : null,
            ack,
            System.currentTimeMillis() / 1000);
    for (Device device : directory.account(envelope.sender()).devices()) {
      device.keep(receipt);
      live.of(device).ifPresent(socket -> socket.push(receipt.toFrame()));
    }
  }
}
