package dev.waggle.launcher;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port that is chosen now and listened on later. It lies below those that Linux gives to
 * connections, one of which might else have taken it by then.
 */
final class LaterPort {

  private static final int FIRST = 12_000;
  private static final int SLOTS = 250;

  /** The members of a cluster take one after the other. */
  private static final int SLOT = 16;

  private LaterPort() {}

  /** One that nobody listens on. */
  static int free() {
    return ThreadLocalRandom.current()
        .ints(0, SLOTS)
        .map(slot -> FIRST + SLOT * slot)
        .filter(LaterPort::isFree)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
