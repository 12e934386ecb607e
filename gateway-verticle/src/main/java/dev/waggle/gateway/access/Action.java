package dev.waggle.gateway.access;

import java.util.Arrays;
import java.util.Locale;

/** What a key may be good for. Every operation of the API document names one of them. */
public enum Action {
  /** Seeing sessions, their QRs and their events. */
  READ,
  /** Sending messages. */
  SEND,
  /** Creating, starting, stopping, linking, unlinking, resetting. */
  CONTROL,
  /** Removing a session with its profile. */
  DELETE,
  /** What concerns the whole of Waggle: keys, nodes. No key of single sessions is good for it. */
  ADMIN;

  /** The action as documents and stored keys spell it: {@code read}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The action of that spelling.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Action ofWireName(String name) {
    return Arrays.stream(values())
        .filter(action -> action.wireName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no action " + name + "."));
  }
}
