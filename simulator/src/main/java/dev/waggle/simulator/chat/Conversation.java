package dev.waggle.simulator.chat;

import dev.waggle.simulator.account.Account;
import dev.waggle.simulator.account.Content;
import dev.waggle.simulator.account.Device;
import dev.waggle.simulator.account.Directory;
import dev.waggle.simulator.account.Envelope;
import dev.waggle.simulator.account.Fields;
import dev.waggle.simulator.account.Message;
import dev.waggle.simulator.account.Refusal;
import dev.waggle.simulator.account.Wid;
import dev.waggle.simulator.fault.FaultKind;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** What a logged in page says about messages. */
final class Conversation {

  private final Directory directory;
  private final Router router;

  Conversation(Directory directory, Router router) {
    this.directory = directory;
    this.router = router;
  }

  void send(ChatSocket socket, JsonObject frame) {
    Device device = socket.deviceOrRefuse();
    JsonObject msg = Fields.object(frame, "msg");
    String id = Fields.text(msg, "id");
    Optional<Message> known = directory.account(device.number()).message(id);
    if (known.isPresent()) {
      sentAgain(socket, frame, device, known.get());
      return;
    }
    socket
        .takeFault(FaultKind.REFUSE_SENDS)
        .ifPresent(
            fault -> {
              throw new Refusal((int) fault.number("code"), fault.text("text"));
            });
    Wid to = directory.resolve(Wid.parse(Fields.text(msg, "to")));
    Envelope envelope =
        new Envelope(id, device.number(), device.index(), to, Fields.number(msg, "t", now()));
    Message message = router.accept(envelope, Content.of(msg));
    device.book().sent();
    socket.reply(frame, accepted(message));
    router.fanOut(message);
  }

  private static void sentAgain(ChatSocket socket, JsonObject frame, Device device, Message known) {
    if (!known.envelope().sender().equals(device.number())) {
      throw new Refusal(409, "Another account has used that message id.");
    }
    device.book().sentTwice();
    socket.reply(frame, accepted(known));
  }

  private static JsonObject accepted(Message message) {
    return new JsonObject().put("ack", Message.SENT).put("t", message.envelope().time());
  }

  void received(ChatSocket socket, JsonObject frame) {
    Device device = socket.deviceOrRefuse();
    Account account = directory.account(device.number());
    for (String id : Fields.texts(frame, "ids")) {
      device
          .inbox()
          .received(id)
          .ifPresent(message -> router.acknowledge(account, message, Message.DELIVERED));
    }
  }

  void read(ChatSocket socket, JsonObject frame) {
    Account account = directory.account(socket.deviceOrRefuse().number());
    for (String id : Fields.texts(frame, "ids")) {
      account.message(id).ifPresent(message -> router.acknowledge(account, message, Message.READ));
    }
  }

  void receiptReceived(ChatSocket socket, JsonObject frame) {
    socket.deviceOrRefuse().confirm(Fields.texts(frame, "ids"), (int) Fields.number(frame, "ack"));
  }

  void exists(ChatSocket socket, JsonObject frame) {
    socket.deviceOrRefuse();
    JsonObject result =
        directory
            .find(Wid.parse(Fields.text(frame, "wid")))
            .map(
                account ->
                    new JsonObject()
                        .put("exists", true)
                        .put("wid", account.wid().toString())
                        .put("lid", account.lid().toString()))
            .orElseGet(() -> new JsonObject().put("exists", false));
    socket.reply(frame, result);
  }

  private static long now() {
    return System.currentTimeMillis() / 1000;
  }
}
