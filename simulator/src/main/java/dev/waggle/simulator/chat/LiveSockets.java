package dev.waggle.simulator.chat;

import dev.waggle.simulator.account.Device;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The connections that are open now. */
final class LiveSockets {

  private final Set<ChatSocket> sockets = new LinkedHashSet<>();

  void add(ChatSocket socket) {
    sockets.add(socket);
  }

  void remove(ChatSocket socket) {
    sockets.remove(socket);
  }

  /** All, oldest first; a copy. */
  List<ChatSocket> all() {
    return List.copyOf(sockets);
  }

  /** The pages that wait to be linked, oldest first. */
  List<ChatSocket> registered() {
    return sockets.stream()
        .filter(one -> one.isOpen() && one.keys().isPresent())
        .filter(one -> one.device().isEmpty() && !one.isPairing())
        .toList();
  }

  /** The newest open connection of a device: the one that counts. */
  Optional<ChatSocket> of(Device device) {
    return sockets.stream()
        .filter(one -> one.isOpen() && one.device().filter(device::equals).isPresent())
        .reduce((older, newer) -> newer);
  }
}
