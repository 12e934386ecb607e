package dev.waggle.simulator.chat;

import dev.waggle.simulator.account.Account;
import dev.waggle.simulator.account.Device;
import dev.waggle.simulator.account.Directory;
import dev.waggle.simulator.account.Fields;
import dev.waggle.simulator.account.Message;
import dev.waggle.simulator.account.Receipt;
import dev.waggle.simulator.account.Refusal;
import dev.waggle.simulator.fault.FaultKind;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Lets a device that can prove who it is come back, and gives it what has waited for it. */
final class Login {

  private final Directory directory;
  private final LiveSockets live;
  private final Router router;
  private final Departures departures;
  private final Blocks blocks;
  private final Modals modals;

  Login(
      Directory directory,
      LiveSockets live,
      Router router,
      Departures departures,
      Blocks blocks,
      Modals modals) {
    this.directory = directory;
    this.live = live;
    this.router = router;
    this.departures = departures;
    this.blocks = blocks;
    this.modals = modals;
  }

  void logIn(ChatSocket socket, JsonObject frame) {
    if (socket.device().isPresent()) {
      throw new Refusal(409, "This connection is logged in already.");
    }
    Device device =
        directory
            .device(Fields.text(frame, "device"))
            .filter(one -> one.keys().provenBy(frame, socket.nonce()))
            .orElse(null);
    if (device == null) {
      turnAway(socket, frame);
      return;
    }
    takeOver(socket, device);
    if (!hitByFault(socket, frame)) {
      welcome(socket, frame, device);
    }
  }

  private static void turnAway(ChatSocket socket, JsonObject frame) {
    socket.refuse(frame, new Refusal(401, "This device is not linked."));
    socket.close();
  }

  /** Counts the connection first, so that the books see both while there are two. */
  private void takeOver(ChatSocket socket, Device device) {
    ChatSocket older = live.of(device).orElse(null);
    device.book().connected();
    socket.logIn(device);
    if (older != null) {
      Departures.conflict(older);
    }
  }

  private boolean hitByFault(ChatSocket socket, JsonObject frame) {
    if (socket.takeFault(FaultKind.DROP_CONNECTIONS).isPresent()) {
      socket.drop();
      return true;
    }
    if (socket.takeFault(FaultKind.LOG_OUT).isPresent()) {
      departures.forget(socket.deviceOrRefuse());
      turnAway(socket, frame);
      return true;
    }
    boolean takeover = Fields.flag(frame, "takeover", false);
    if (!takeover && socket.takeFault(FaultKind.CONFLICT).isPresent()) {
      socket.refuse(frame, new Refusal(409, "Another connection has taken over."));
      Departures.conflict(socket);
      return true;
    }
    return blocks.turnAway(socket, frame);
  }

  private void welcome(ChatSocket socket, JsonObject frame, Device device) {
    Account account = directory.account(device.number());
    List<Message> waiting = device.inbox().waiting();
    socket.reply(
        frame,
        new JsonObject()
            .put("pushName", account.name())
            .put("lid", account.lid().toString())
            .put("offline", waiting.size())
            .put("serverTime", System.currentTimeMillis() / 1000));
    waiting.forEach(message -> router.write(socket, device, message, true));
    device.receipts().stream().map(Receipt::toFrame).forEach(socket::push);
    socket.push(new JsonObject().put("type", "offline-done").put("count", waiting.size()));
    modals.welcome(socket, device);
  }
}
