package dev.waggle.simulator.http;

import dev.waggle.simulator.account.Account;
import dev.waggle.simulator.account.Device;
import dev.waggle.simulator.account.Directory;
import dev.waggle.simulator.account.Envelope;
import dev.waggle.simulator.account.Message;
import dev.waggle.simulator.account.Refusal;
import dev.waggle.simulator.account.Wid;
import dev.waggle.simulator.chat.ChatServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;

/** Phones, devices and messages as JSON; their shapes are in PROTOCOL.md, "Virtual phones". */
public final class PhoneView {

  private final ChatServer chat;

  /** Asks the server which devices are connected. */
  public PhoneView(ChatServer chat) {
    this.chat = chat;
  }

  /**
   * The account that the path names.
   *
   * @throws Refusal 404 when there is none
   */
  static Account account(RoutingContext ctx, Directory directory) {
    return directory.account(Wid.number(ctx.pathParam("number")));
  }

  JsonObject phone(Account account) {
    return new JsonObject()
        .put("number", account.number())
        .put("name", account.name())
        .put("wid", account.wid().toString())
        .put("lid", account.lid().toString())
        .put("offline", account.offline())
        .put("devices", devices(account));
  }

  JsonArray devices(Account account) {
    JsonArray list = new JsonArray();
    account.devices().forEach(device -> list.add(device(device)));
    return list;
  }

  JsonObject device(Device device) {
    return new JsonObject()
        .put("device", device.id())
        .put("platform", device.keys().platform())
        .put("linkedAt", Instant.ofEpochMilli(device.linkedAt()).toString())
        .put("connected", chat.isConnected(device))
        .put("waiting", device.inbox().size());
  }

  /** A message as the phone of an account shows it. */
  static JsonObject message(Account account, Message message) {
    Envelope envelope = message.envelope();
    boolean fromMe = envelope.sender().equals(account.number());
    return message
        .seenBy(account.number())
        .put("chat", envelope.chatFor(account.number()).toString())
        .put("ack", fromMe ? message.ack() : message.ackOf(account.number()));
  }
}
