package dev.waggle.gateway.settings;

import dev.waggle.settings.Problems;
import java.time.Duration;

/**
 * Limits of sockets: of the event bus bridge and of the plain door.
 *
 * @param pingTimeout a socket that has not pinged for so long is closed; ordinary clients ping
 *     every 5 s. For the bridge alone
 * @param keyTimeout a socket that has shown no key for so long after it opened is closed
 * @param maxHandlers how many addresses, rooms or sessions one socket may listen to
 * @param frames for the plain door alone
 */
public record SocketSettings(
    Duration pingTimeout, Duration keyTimeout, int maxHandlers, FrameSettings frames) {

  /** Twenty seconds without a ping, five without a key, a thousand addresses. */
  public static final SocketSettings DEFAULT =
      new SocketSettings(
          Duration.ofSeconds(20), Duration.ofSeconds(5), 1_000, FrameSettings.DEFAULT);

  public SocketSettings {
    new Problems()
        .range("pingTimeout", pingTimeout, Duration.ofMillis(500), Duration.ofMinutes(10))
        .range("keyTimeout", keyTimeout, Duration.ofMillis(100), Duration.ofMinutes(1))
        .range("maxHandlers", maxHandlers, 1, 100_000)
        .throwIfAny();
  }
}
