package dev.waggle.gateway.sockets;

import dev.waggle.gateway.access.OpenSockets;
import dev.waggle.gateway.access.Principal;
import dev.waggle.gateway.access.Revocations;
import io.vertx.core.Vertx;

/** One socket's right to be open: a while without a key, then for as long as its key is good. */
final class Admission {

  private final Vertx vertx;
  private final Revocations revocations;
  private final OpenSockets.Place place;
  private final long deadline;
  private Revocations.Watch key;

  /**
   * A socket that has shown no key yet.
   *
   * @param place given back when the socket is gone
   * @param onLate called when it has shown none in time
   */
  Admission(SocketDoor.Parts parts, OpenSockets.Place place, Runnable onLate) {
    this.vertx = parts.vertx();
    this.revocations = parts.access().revocations();
    this.place = place;
    this.deadline = vertx.setTimer(parts.settings().keyTimeout().toMillis(), late -> onLate.run());
  }

  /**
   * The socket has shown a good key.
   *
   * @param onOver called when the key is good no longer
   * @throws dev.waggle.contract.WaggleException when too many sockets have shown it
   */
  void grant(Principal who, Runnable onOver) {
    place.belongsTo(who);
    vertx.cancelTimer(deadline);
    key = revocations.watch(who, onOver);
  }

  /** The socket is gone, or going. */
  void release() {
    vertx.cancelTimer(deadline);
    place.leave();
    if (key != null) {
      key.end();
      key = null;
    }
  }
}
