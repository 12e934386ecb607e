package dev.waggle.simulator.fault;

import dev.waggle.simulator.account.Fields;
import dev.waggle.simulator.account.Refusal;
import dev.waggle.simulator.account.Wid;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/** One fault that is switched on: whom it hits, how often, how long, and its settings. */
public final class Fault {

  private static final Set<String> BOUNDS = Set.of("on", "number", "device", "count", "durationMs");
  private static final long UNBOUNDED = -1;

  private final FaultKind kind;
  private final String number;
  private final String device;
  private final long durationMs;
  private final long until;
  private final JsonObject settings = new JsonObject();
  private long remaining;

  /**
   * Reads what was posted for a fault.
   *
   * @param body bounds and settings; see PROTOCOL.md, "Faults"
   * @param now milliseconds since 1970
   * @throws Refusal 400 when a key is unknown or a value is of the wrong type
   */
  Fault(FaultKind kind, JsonObject body, long now) {
    this.kind = kind;
    String given = Fields.text(body, "number", null);
    this.number = given == null ? null : Wid.number(given);
    this.device = Fields.text(body, "device", null);
    this.remaining = atLeastOne(body, "count", UNBOUNDED);
    this.durationMs = atLeastOne(body, "durationMs", UNBOUNDED);
    this.until = durationMs == UNBOUNDED ? Long.MAX_VALUE : now + durationMs;
    body.fieldNames().forEach(this::refuseUnknown);
    kind.settings().forEach((name, value) -> settings.put(name, setting(body, name, value)));
  }

  private void refuseUnknown(String name) {
    if (!BOUNDS.contains(name) && !kind.settings().containsKey(name)) {
      throw new Refusal(400, "'%s' has no setting '%s'.".formatted(kind.wireName(), name));
    }
  }

  private static Object setting(JsonObject body, String name, Object otherwise) {
    if (otherwise instanceof Long number) {
      return atLeastOne(body, name, number);
    }
    return otherwise instanceof List<?> choices
        ? oneOf(body, name, choices)
        : Fields.text(body, name, (String) otherwise);
  }

  private static long atLeastOne(JsonObject body, String name, long otherwise) {
    long value = Fields.number(body, name, otherwise);
    if (value < 1 && body.getValue(name) != null) {
      throw new Refusal(400, "'%s' must be at least 1.".formatted(name));
    }
    return value;
  }

  private static String oneOf(JsonObject body, String name, List<?> choices) {
    String value = Fields.text(body, name, (String) choices.get(0));
    if (!choices.contains(value)) {
      throw new Refusal(400, "'%s' must be one of %s.".formatted(name, choices));
    }
    return value;
  }

  /** What goes wrong. */
  public FaultKind kind() {
    return kind;
  }

  /** A setting that is a number. */
  public long number(String name) {
    return settings.getLong(name);
  }

  /** A setting that is a text. */
  public String text(String name) {
    return settings.getString(name);
  }

  /** How long it lasts in milliseconds; negative when it has no such bound. */
  public long durationMs() {
    return durationMs;
  }

  boolean isOver(long now) {
    return remaining == 0 || now >= until;
  }

  boolean hits(Target target) {
    return (number == null || number.equals(target.number()))
        && (device == null || device.equals(target.device()));
  }

  void use() {
    if (remaining > 0) {
      remaining--;
    }
  }

  JsonObject toJson(long now) {
    JsonObject json = new JsonObject().put("on", true).mergeIn(settings);
    if (number != null) {
      json.put("number", number);
    }
    if (device != null) {
      json.put("device", device);
    }
    if (remaining != UNBOUNDED) {
      json.put("count", remaining);
    }
    return durationMs == UNBOUNDED ? json : json.put("durationMs", until - now);
  }
}
