package dev.waggle.simulator.chat;

import dev.waggle.simulator.account.RandomIds;
import dev.waggle.simulator.account.Refusal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/** The refs handed to one page, and which of them it shows. */
final class RefOffer {

  /** A page that turns to the next ref a little late is not to blame. */
  private static final long GRACE_MS = 2_000;

  private static final int REF_BYTES = 36;
  private static final long NEVER_MS = 86_400_000;

  private final List<String> refs;
  private final QrTimings timings;
  private final boolean stopped;
  private String shown;
  private long expiresAt;

  /**
   * @param stopped the page is told to show each ref for a day; the refs expire as ever
   */
  RefOffer(QrTimings timings, boolean stopped) {
    this.refs = Stream.generate(() -> RandomIds.base64(REF_BYTES)).limit(timings.count()).toList();
    this.timings = timings;
    this.stopped = stopped;
  }

  /** What the page is told. */
  JsonObject toJson() {
    return new JsonObject()
        .put("refs", new JsonArray(refs))
        .put("firstTtl", stopped ? NEVER_MS : timings.firstMs())
        .put("ttl", stopped ? NEVER_MS : timings.nextMs());
  }

  /**
   * The page says which ref it shows now; null: none any longer.
   *
   * @throws Refusal 400 when the ref is not one of these
   */
  void show(String ref, long now) {
    if (ref != null && !refs.contains(ref)) {
      throw new Refusal(400, "That ref was not given to this page.");
    }
    shown = ref;
    expiresAt = now + (refs.indexOf(ref) == 0 ? timings.firstMs() : timings.nextMs()) + GRACE_MS;
  }

  /** The ref on show that can still be scanned, or null. */
  String current(long now) {
    return now < expiresAt ? shown : null;
  }

  /** When the ref on show expires, in milliseconds since 1970. */
  long expiresAt() {
    return expiresAt;
  }
}
