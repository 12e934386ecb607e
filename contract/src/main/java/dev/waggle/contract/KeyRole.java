package dev.waggle.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a key reaches; {@code admin} and {@code session} on the wire. */
public enum KeyRole {
  /** Every action on every session, and on Waggle itself. */
  ADMIN,
  /** Some actions on some sessions. */
  SESSION;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
