package dev.waggle.chaos.process;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports that are chosen now and listened on later, by another process. They lie below those that
 * Linux gives to connections, one of which might else have taken the port by then.
 */
public final class Ports {

  private static final int FIRST = 20_000;
  private static final int SLOTS = 750;

  /** The members of a cluster take one after the other. */
  private static final int SLOT = 16;

  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(SLOTS));

  private Ports() {}

  /** One that nobody listens on, and that this JVM has not given out lately. */
  public static int free() {
    for (int tries = 0; tries < SLOTS; tries++) {
      int port = FIRST + SLOT * (NEXT.getAndIncrement() % SLOTS);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("every port is taken");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
