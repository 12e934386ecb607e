package dev.waggle.gateway.access;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many sockets are open, of all doors of this gateway together, and how many of them have shown
 * the same key. A door asks {@link #requireRoom()} and {@link #requireRoom(Principal)} before an
 * upgrade, so that it can refuse by HTTP; takes a {@link Place} for each socket that opens, tells
 * the place whose it is once that is known, and gives it back when the socket closes. For one event
 * loop.
 */
public final class OpenSockets {

  /** The code with which a WebSocket beyond the limit is closed: try again later. */
  public static final short TRY_AGAIN_LATER = 1013;

  private static final Duration WAIT = Duration.ofSeconds(30);

  private final int most;
  private final int mostPerKey;
  private final Map<String, Integer> byKey = new HashMap<>();
  private final AtomicInteger open = new AtomicInteger();

  /** Counts with limits, where 0 is none. */
  public OpenSockets(int most, int mostPerKey) {
    this.most = most;
    this.mostPerKey = mostPerKey;
  }

  /**
   * Asks whether one more may open.
   *
   * @throws WaggleException with {@link ErrorCode#GATEWAY_FULL}
   */
  public void requireRoom() {
    if (most > 0 && open.get() >= most) {
      throw new WaggleException(
          ErrorCode.GATEWAY_FULL,
          "This gateway holds " + most + " sockets, as many as it may; try another, or later.");
    }
  }

  /**
   * Asks whether one more may show this key.
   *
   * @throws WaggleException with {@link ErrorCode#TOO_MANY_REQUESTS}
   */
  public void requireRoom(Principal who) {
    if (mostPerKey > 0 && byKey.getOrDefault(who.name(), 0) >= mostPerKey) {
      throw WaggleException.tooMany(
          "Key " + who.name() + " has " + mostPerKey + " sockets open already; close some.", WAIT);
    }
  }

  /**
   * Counts a socket that has opened.
   *
   * @throws WaggleException as {@link #requireRoom()} does; the socket is then to be closed
   */
  public Place take() {
    requireRoom();
    open.incrementAndGet();
    return new Place();
  }

  /** How many are open. May be asked from any thread. */
  public int count() {
    return open.get();
  }

  /** One socket's. */
  public final class Place {

    private final Set<String> keys = new HashSet<>();
    private boolean left;

    private Place() {}

    /**
     * Counts the socket to a key that it has shown; once, however often it shows it.
     *
     * @throws WaggleException as {@link #requireRoom(Principal)} does; the socket is then to be
     *     closed
     */
    public void belongsTo(Principal who) {
      if (!left && !keys.contains(who.name())) {
        requireRoom(who);
        keys.add(who.name());
        byKey.merge(who.name(), 1, Integer::sum);
      }
    }

    /** The socket has closed; may be said more than once. */
    public void leave() {
      if (!left) {
        left = true;
        open.decrementAndGet();
        keys.forEach(key -> byKey.computeIfPresent(key, (same, n) -> n > 1 ? n - 1 : null));
      }
    }
  }
}
