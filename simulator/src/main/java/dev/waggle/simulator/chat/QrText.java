package dev.waggle.simulator.chat;

import dev.waggle.simulator.account.DeviceKeys;
import dev.waggle.simulator.account.Refusal;
import java.util.Optional;

/**
 * What a QR says: {@code 2@<ref>,<noise key>,<identity key>,<adv secret>,<platform>}.
 *
 * @param ref one of the refs that the server handed out
 * @param keys the other parts as they stand, the platform left out
 * @param platform the last part, empty when it is left out
 */
record QrText(String ref, String keys, Optional<String> platform) {

  private static final String PREFIX = "2@";
  private static final int PARTS = 5;

  /**
   * Reads it.
   *
   * @throws Refusal 400 when the text is not of that form
   */
  static QrText parse(String text) {
    String[] parts = text.strip().split(",", -1);
    if (!text.startsWith(PREFIX) || parts.length < PARTS - 1 || parts.length > PARTS) {
      throw new Refusal(400, "That QR was not made by WhatsApp Web: its text must start with 2@.");
    }
    return new QrText(
        parts[0].substring(PREFIX.length()),
        String.join(",", parts[1], parts[2], parts[3]),
        parts.length == PARTS ? Optional.of(parts[PARTS - 1]) : Optional.empty());
  }

  /** The text for a ref and a page's keys. */
  static String of(String ref, DeviceKeys keys) {
    return PREFIX + ref + "," + joined(keys) + "," + keys.platform();
  }

  /** Whether the keys in it are those that a page registered. */
  boolean agreesWith(DeviceKeys registered) {
    return keys.equals(joined(registered))
        && platform.map(registered.platform()::equals).orElse(true);
  }

  private static String joined(DeviceKeys keys) {
    return String.join(",", keys.noisePub(), keys.identityPub(), keys.advSecret());
  }
}
