package dev.waggle.chaos.run;

import dev.waggle.chaos.standin.Phone;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * What the stand-in's books say of one linked device.
 *
 * @param session whose account it belongs to
 * @param scans how often that account's phone linked a device
 * @param connections the most that the device ever had at once
 * @param logins how often it connected
 * @param sentTwice messages that it wrote again under the same id, which the server dropped
 * @param flaws counts that are 0 unless messages were lost or mixed up on their way to it
 */
record BookedDevice(
    String session,
    int scans,
    int connections,
    int logins,
    int sentTwice,
    Map<String, Integer> flaws) {

  private static final List<String> FLAWS = List.of("duplicated", "outOfOrder", "stray", "lost");

  BookedDevice {
    flaws = Map.copyOf(flaws);
  }

  /**
   * Reads the book of one device.
   *
   * @param accounts the phone of each session, by the session's name
   */
  static BookedDevice of(JsonObject book, Map<String, Phone> accounts) {
    return new BookedDevice(
        session(book.getString("device"), accounts),
        book.getInteger("scans"),
        book.getInteger("maxConnections"),
        book.getInteger("logins"),
        book.getInteger("sentTwice"),
        flaws(book));
  }

  private static Map<String, Integer> flaws(JsonObject book) {
    return FLAWS.stream()
        .collect(java.util.stream.Collectors.toMap(flaw -> flaw, book::getInteger));
  }

  private static String session(String device, Map<String, Phone> accounts) {
    return accounts.entrySet().stream()
        .filter(account -> device.startsWith(account.getValue().number() + ":"))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("nobody's device");
  }
}
