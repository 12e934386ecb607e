package dev.waggle.gateway.settings;

import dev.waggle.settings.Problems;
import java.time.Duration;

/**
 * Limits of sockets: of the event bus bridge, of the plain door, and how many there may be of all.
 *
 * @param pingTimeout a socket that has not pinged for so long is closed; ordinary clients ping
 *     every 5 s. For the bridge alone
 * @param keyTimeout a socket that has shown no key for so long after it opened is closed
 * @param maxHandlers how many addresses, rooms or sessions one socket may listen to
 * @param maxConnections how many sockets of all doors may be open on this gateway; 0 is no limit
 * @param maxPerKey how many of them may show the same key; 0 is no limit
 * @param frames for the plain door alone
 */
public record SocketSettings(
    Duration pingTimeout,
    Duration keyTimeout,
    int maxHandlers,
    int maxConnections,
    int maxPerKey,
    FrameSettings frames) {

  /** Twenty seconds without a ping, five without a key, a thousand addresses. */
  public static final SocketSettings DEFAULT =
      new SocketSettings(
          Duration.ofSeconds(20),
          Duration.ofSeconds(5),
          1_000,
          10_000,
          2_000,
          FrameSettings.DEFAULT);

  private static final int MOST = 1_000_000;

  public SocketSettings {
    new Problems()
        .range("pingTimeout", pingTimeout, Duration.ofMillis(500), Duration.ofMinutes(10))
        .range("keyTimeout", keyTimeout, Duration.ofMillis(100), Duration.ofMinutes(1))
        .range("maxHandlers", maxHandlers, 1, 100_000)
        .range("maxConnections", maxConnections, 0, MOST)
        .range("maxPerKey", maxPerKey, 0, MOST)
        .throwIfAny();
  }
}
