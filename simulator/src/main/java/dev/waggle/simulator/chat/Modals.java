package dev.waggle.simulator.chat;

import dev.waggle.simulator.account.Device;
import dev.waggle.simulator.fault.FaultKind;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * "What's new": seen on the live site to unlink an account some minutes after it was shown and not
 * dismissed. A device that goes away and comes back is shown it again; its time goes on.
 */
final class Modals {

  private final Vertx vertx;
  private final Map<Device, Long> timers = new HashMap<>();
  private Consumer<Device> unlink = device -> {};

  Modals(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Says what is done to a device whose time is over. */
  void onIgnored(Consumer<Device> unlink) {
    this.unlink = unlink;
  }

  /** A device has logged in: it is shown the modal that it owes an answer, or that is due. */
  void welcome(ChatSocket socket, Device device) {
    if (timers.containsKey(device)) {
      socket.push(frame());
    } else {
      apply(socket);
    }
  }

  /** Shows the modal if a fault says so. */
  void apply(ChatSocket socket) {
    socket
        .device()
        .filter(device -> !timers.containsKey(device))
        .ifPresent(
            device ->
                socket
                    .takeFault(FaultKind.WHATS_NEW_MODAL)
                    .ifPresent(fault -> show(socket, device, fault.number("unlinkAfterMs"))));
  }

  private void show(ChatSocket socket, Device device, long unlinkAfterMs) {
    timers.put(device, vertx.setTimer(unlinkAfterMs, timer -> unlink.accept(device)));
    socket.push(frame());
  }

  void dismissed(ChatSocket socket, JsonObject frame) {
    forget(socket.deviceOrRefuse());
  }

  /** The device need not answer any longer. */
  void forget(Device device) {
    Long timer = timers.remove(device);
    if (timer != null) {
      vertx.cancelTimer(timer);
    }
  }

  /** Nobody need answer any longer. */
  void clear() {
    timers.values().forEach(vertx::cancelTimer);
    timers.clear();
  }

  private static JsonObject frame() {
    return new JsonObject().put("type", "modal").put("kind", "whats-new");
  }
}
