package dev.waggle.simulator.fault;

import dev.waggle.simulator.account.Refusal;
import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The faults that are switched on, at most one of each kind. */
public final class Faults {

  private static final Map<FaultKind, String> SHORT_FORMS =
      Map.of(FaultKind.DELAY_ANSWERS, "ms", FaultKind.TERMS_BLOCK, "kind");

  private final Map<FaultKind, Fault> on = new EnumMap<>(FaultKind.class);

  /**
   * Switches faults on and off: a JSON object of fault names, each with {@code true}, {@code
   * false}, the short form of its one setting, or an object of bounds and settings. Nothing is
   * changed when any of it is wrong.
   *
   * @return the kinds that were named
   * @throws Refusal 400 saying what is wrong
   */
  public Set<FaultKind> set(JsonObject body) {
    Map<FaultKind, Optional<Fault>> changes = new EnumMap<>(FaultKind.class);
    for (String name : body.fieldNames()) {
      FaultKind kind = FaultKind.named(name);
      changes.put(kind, read(kind, body.getValue(name)));
    }
    changes.forEach((kind, fault) -> on.remove(kind));
    changes.forEach((kind, fault) -> fault.ifPresent(one -> on.put(kind, one)));
    return Set.copyOf(changes.keySet());
  }

  private static Optional<Fault> read(FaultKind kind, Object value) {
    if (value instanceof Boolean wanted) {
      return wanted ? Optional.of(newFault(kind, new JsonObject())) : Optional.empty();
    }
    if (value instanceof JsonObject object) {
      return Boolean.FALSE.equals(object.getValue("on"))
          ? Optional.empty()
          : Optional.of(newFault(kind, object));
    }
    String setting = SHORT_FORMS.get(kind);
    if (setting == null || value == null) {
      throw new Refusal(
          400, "'%s' takes true, false or an object of settings.".formatted(kind.wireName()));
    }
    return value.equals(0)
        ? Optional.empty()
        : Optional.of(newFault(kind, new JsonObject().put(setting, value)));
  }

  private static Fault newFault(FaultKind kind, JsonObject body) {
    return new Fault(kind, body, System.currentTimeMillis());
  }

  /** The fault of a kind if it is on and hits the target. Its count is not touched. */
  public Optional<Fault> find(FaultKind kind, Target target) {
    Fault fault = on.get(kind);
    if (fault != null && fault.isOver(System.currentTimeMillis())) {
      on.remove(kind);
      return Optional.empty();
    }
    return Optional.ofNullable(fault).filter(one -> one.hits(target));
  }

  /** As {@link #find}, and uses up one of its count. */
  public Optional<Fault> take(FaultKind kind, Target target) {
    Optional<Fault> fault = find(kind, target);
    fault.ifPresent(Fault::use);
    return fault;
  }

  /** Switches everything off; returns what was on. */
  public Set<FaultKind> clear() {
    Set<FaultKind> cleared = EnumSet.noneOf(FaultKind.class);
    cleared.addAll(on.keySet());
    on.clear();
    return cleared;
  }

  /** Every kind by name: {@code false}, or what is on with what remains of its bounds. */
  public JsonObject toJson() {
    long now = System.currentTimeMillis();
    JsonObject json = new JsonObject();
    for (FaultKind kind : FaultKind.values()) {
      Fault fault = on.get(kind);
      json.put(kind.wireName(), fault == null || fault.isOver(now) ? false : fault.toJson(now));
    }
    return json;
  }

  /** Switched on whoever it hits; for deciding how long a fault lasts. */
  public Optional<Fault> get(FaultKind kind) {
    return Optional.ofNullable(on.get(kind));
  }
}
