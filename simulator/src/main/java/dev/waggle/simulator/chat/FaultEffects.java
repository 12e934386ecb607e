package dev.waggle.simulator.chat;

import dev.waggle.simulator.fault.Fault;
import dev.waggle.simulator.fault.FaultKind;
import dev.waggle.simulator.fault.Faults;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.Set;

/** What a fault does, as it is switched on, to the pages that are connected. */
final class FaultEffects {

  private static final Set<FaultKind> ABOUT_REFS =
      EnumSet.of(FaultKind.STOP_ROTATING, FaultKind.QR_TIMINGS);

  private final Vertx vertx;
  private final Faults faults;
  private final LiveSockets live;
  private final Linking linking;
  private final Departures departures;
  private final Blocks blocks;
  private final Modals modals;

  FaultEffects(
      Vertx vertx,
      Faults faults,
      LiveSockets live,
      Linking linking,
      Departures departures,
      Blocks blocks,
      Modals modals) {
    this.vertx = vertx;
    this.faults = faults;
    this.live = live;
    this.linking = linking;
    this.departures = departures;
    this.blocks = blocks;
    this.modals = modals;
  }

  void apply(Set<FaultKind> kinds) {
    if (kinds.stream().anyMatch(ABOUT_REFS::contains)) {
      linking.renewAll();
      kinds.forEach(this::renewWhenOver);
    }
    live.all().forEach(this::hit);
  }

  /** A fault about refs that ends by itself must give the pages good refs again. */
  private void renewWhenOver(FaultKind kind) {
    faults
        .get(kind)
        .filter(fault -> ABOUT_REFS.contains(kind))
        .map(Fault::durationMs)
        .filter(duration -> duration > 0)
        .ifPresent(duration -> vertx.setTimer(duration, timer -> linking.renewAll()));
  }

  private void hit(ChatSocket socket) {
    if (socket.takeFault(FaultKind.DROP_CONNECTIONS).isPresent()) {
      socket.drop();
      return;
    }
    ailPage(socket);
    blocks.apply(socket);
    modals.apply(socket);
    socket.device().filter(device -> socket.isOpen()).ifPresent(device -> hitDevice(socket));
  }

  private static void ailPage(ChatSocket socket) {
    socket
        .takeFault(FaultKind.GROW_PAGE)
        .ifPresent(
            fault ->
                socket.push(new JsonObject().put("type", "grow").put("mib", fault.number("mib"))));
    socket
        .takeFault(FaultKind.HANG_PAGE)
        .ifPresent(fault -> socket.push(new JsonObject().put("type", "hang")));
  }

  private void hitDevice(ChatSocket socket) {
    if (socket.takeFault(FaultKind.LOG_OUT).isPresent()) {
      departures.unlink(socket.deviceOrRefuse());
    } else if (socket.takeFault(FaultKind.CONFLICT).isPresent()) {
      Departures.conflict(socket);
    }
  }
}
