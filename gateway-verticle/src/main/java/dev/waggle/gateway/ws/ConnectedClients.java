package dev.waggle.gateway.ws;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.AsyncMap;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * How many sockets are open at {@code /ws}, on all gateways. Each gateway's event loop writes its
 * own number into a map of the cluster, where it lives for a minute without being written again, so
 * that a gateway that dies is counted no longer than that. While the map does not answer, our own
 * number stands for all. To be used on one event loop.
 */
public final class ConnectedClients {

  private static final String MAP = "waggle.viewers";
  private static final Duration TIME_TO_LIVE = Duration.ofMinutes(1);
  private static final Duration LIMIT = Duration.ofMillis(500);

  private final Vertx vertx;
  private final String self = UUID.randomUUID().toString();
  private int open;
  private boolean writing;
  private boolean stale;

  public ConnectedClients(Vertx vertx) {
    this.vertx = vertx;
    vertx.setPeriodic(TIME_TO_LIVE.dividedBy(2).toMillis(), fired -> renew());
  }

  /** How many there are. Never fails. */
  public Future<Integer> count() {
    return map()
        .compose(AsyncMap::entries)
        .map(this::sum)
        .timeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .otherwise(open);
  }

  void opened() {
    open++;
    write();
  }

  void closed() {
    open--;
    write();
  }

  /** Nobody reads a number that is none. */
  private void renew() {
    if (open > 0) {
      write();
    }
  }

  /** One write is under way at a time, so that none overtakes a later one. */
  private void write() {
    stale = true;
    if (!writing) {
      writing = true;
      writeWhileStale().onComplete(done -> writing = false);
    }
  }

  private Future<Void> writeWhileStale() {
    if (!stale) {
      return Future.succeededFuture();
    }
    stale = false;
    int now = open;
    return map()
        .compose(
            map ->
                now == 0
                    ? map.remove(self).<Void>mapEmpty()
                    : map.put(self, now, TIME_TO_LIVE.toMillis()))
        .timeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .otherwiseEmpty()
        .compose(written -> writeWhileStale());
  }

  private Future<AsyncMap<String, Integer>> map() {
    return vertx.sharedData().getAsyncMap(MAP);
  }

  /** What we have written may be behind what we know. */
  private int sum(Map<String, Integer> all) {
    Map<String, Integer> numbers = new HashMap<>(all);
    numbers.put(self, open);
    return numbers.values().stream().mapToInt(Integer::intValue).sum();
  }
}
