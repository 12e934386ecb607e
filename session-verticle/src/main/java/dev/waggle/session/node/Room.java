package dev.waggle.session.node;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.registry.LiveNode;
import dev.waggle.session.settings.SessionNodeSettings;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * Whether this node takes one session more, and which places it keeps for sessions that other nodes
 * are about to hand over. To be used on the node's context.
 */
final class Room {

  /** Longer than any owner takes to close a browser; a place that is not taken is free again. */
  private static final Duration KEPT = Duration.ofSeconds(30);

  private final Vertx vertx;
  private final String node;
  private final int places;
  private final long minFreeMemory;
  private final IntSupplier taken;
  private final LongSupplier freeMemory;
  private final Map<SessionName, Long> kept = new HashMap<>();

  private boolean open;

  /**
   * Takes nothing yet.
   *
   * @param taken how many sessions are here
   * @param freeMemory bytes that the machine had when that was last measured
   */
  Room(
      Vertx vertx,
      String node,
      SessionNodeSettings settings,
      IntSupplier taken,
      LongSupplier freeMemory) {
    this.vertx = vertx;
    this.node = node;
    this.places = settings.maxSessions();
    this.minFreeMemory = settings.minFreeMemory();
    this.taken = taken;
    this.freeMemory = freeMemory;
  }

  /** Takes sessions from now on. */
  void open() {
    open = true;
  }

  /** Takes no more sessions. */
  void close() {
    open = false;
    kept.values().forEach(vertx::cancelTimer);
    kept.clear();
  }

  boolean isOpen() {
    return open;
  }

  /**
   * Whether so many more fit with memory to spare: a browser that is started ahead is counted by
   * whoever measures memory, and by whoever plans for its session.
   */
  boolean fits(int more) {
    return open
        && taken.getAsInt() + kept.size() + more <= places
        && freeMemory.getAsLong() - 2L * more * LiveNode.BROWSER >= minFreeMemory;
  }

  /** Keeps a place for a while. Fails like {@link #enter}. */
  void keep(SessionName session) {
    enter(session);
    kept.put(session, vertx.setTimer(KEPT.toMillis(), fired -> kept.remove(session)));
  }

  /**
   * Lets a session in, to the place that is kept for it if there is one.
   *
   * @throws WaggleException with SHUTTING_DOWN or NO_CAPACITY
   */
  void enter(SessionName session) {
    if (!open) {
      throw new WaggleException(ErrorCode.SHUTTING_DOWN, "The node takes no more sessions.");
    }
    Long timer = kept.remove(session);
    if (timer == null) {
      refusal().ifPresent(Room::refuse);
    } else {
      vertx.cancelTimer(timer);
    }
  }

  /** Why no more session fits, in a few words; empty when one does. As others see it. */
  Optional<String> refusal() {
    return new LiveNode(
            node,
            taken.getAsInt() + kept.size(),
            places,
            freeMemory.getAsLong(),
            minFreeMemory,
            false)
        .refusal();
  }

  private static void refuse(String why) {
    throw new WaggleException(ErrorCode.NO_CAPACITY, "The node is " + why + ".");
  }
}
