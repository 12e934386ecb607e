package dev.waggle.simulator.chat;

import dev.waggle.simulator.account.Device;
import dev.waggle.simulator.account.Directory;
import io.vertx.core.json.JsonObject;

/** The ways in which a device ceases to be linked, or a connection to be the device's. */
final class Departures {

  private static final int LOGGED_OUT = 401;

  private final Directory directory;
  private final LiveSockets live;
  private final Modals modals;

  Departures(Directory directory, LiveSockets live, Modals modals) {
    this.directory = directory;
    this.live = live;
    this.modals = modals;
  }

  /** The page logs itself out. */
  void logOut(ChatSocket socket, JsonObject frame) {
    forget(socket.deviceOrRefuse());
    socket.reply(frame, new JsonObject());
    socket.close();
  }

  /** The phone, or a fault, removes a device: its page is told and its connection closed. */
  void unlink(Device device) {
    forget(device);
    live.of(device)
        .ifPresent(
            socket -> {
              socket.push(new JsonObject().put("type", "logged-out").put("code", LOGGED_OUT));
              socket.close();
            });
  }

  /** The server does not know the device any longer. */
  void forget(Device device) {
    modals.forget(device);
    directory.account(device.number()).remove(device);
  }

  /** Another connection is the device's now. */
  static void conflict(ChatSocket socket) {
    socket.push(new JsonObject().put("type", "conflict"));
    socket.close();
  }
}
