package dev.waggle.gateway.settings;

import dev.waggle.settings.Problems;

/**
 * How much one client of the plain socket door may send, and how little it may read.
 *
 * @param maxSize the largest frame in bytes
 * @param perSecond how many frames a client may send in a second
 * @param backlog how many characters may wait for a client that reads slowly; it is closed when
 *     more would
 */
public record FrameSettings(long maxSize, int perSecond, long backlog) {

  /** 16 KiB, 200 frames a second, and a million characters: twice what an owner replays. */
  public static final FrameSettings DEFAULT = new FrameSettings(16 * 1024, 200, 1024 * 1024);

  public FrameSettings {
    new Problems()
        .range("maxSize", maxSize, 256, 64 * 1024)
        .range("perSecond", perSecond, 1, 10_000)
        .range("backlog", backlog, 16 * 1024, 64L * 1024 * 1024)
        .throwIfAny();
  }
}
