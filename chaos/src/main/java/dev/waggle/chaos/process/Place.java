package dev.waggle.chaos.process;

import java.util.List;

/**
 * Where on this machine a process runs and is reached: in its own network, or in one that can be
 * cut off.
 *
 * @param prefix what stands before its command; it must replace itself by the command, so that
 *     signals to the process reach the JVM
 * @param address that it listens on
 */
public record Place(List<String> prefix, String address) {

  /** This machine's own network, on loopback. */
  public static final Place HERE = new Place(List.of(), "127.0.0.1");

  public Place {
    prefix = List.copyOf(prefix);
  }
}
