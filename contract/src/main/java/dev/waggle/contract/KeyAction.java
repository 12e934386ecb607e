package dev.waggle.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a key of single sessions may be good for, in lower case on the wire. */
public enum KeyAction {
  /** Seeing its sessions, their QRs and their events. */
  READ,
  /** Sending messages. */
  SEND,
  /** Creating, starting, stopping, linking, unlinking, resetting. */
  CONTROL,
  /** Removing a session with its profile. */
  DELETE;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
