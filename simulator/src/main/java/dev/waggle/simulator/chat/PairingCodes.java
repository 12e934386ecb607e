package dev.waggle.simulator.chat;

import dev.waggle.simulator.account.RandomIds;
import dev.waggle.simulator.account.Refusal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The codes of eight characters that a phone can type instead of scanning a QR. */
final class PairingCodes {

  /** How long a code is good. */
  static final long TTL_MS = 180_000;

  private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTVWXYZ";
  private static final Pattern FORM = Pattern.compile("[1-9A-HJ-NP-TV-Z]{8}");

  private record Issued(ChatSocket socket, String number, long expiresAt) {

    boolean isFor(String wanted, long now) {
      return number.equals(wanted) && now < expiresAt && socket.isOpen();
    }
  }

  private final Map<String, Issued> codes = new LinkedHashMap<>();

  /**
   * Gives a page a code for a number, in place of any that it had.
   *
   * @param wanted the code that the page would like, or null
   * @throws Refusal 400 when that is of the wrong form, 409 when another page has it
   */
  String issue(ChatSocket socket, String number, String wanted, long now) {
    String code = wanted == null ? RandomIds.letters(ALPHABET, 8) : normalise(wanted);
    forget(socket);
    if (codes.containsKey(code)) {
      throw new Refusal(409, "That pairing code is in use by another page.");
    }
    codes.put(code, new Issued(socket, number, now + TTL_MS));
    return code;
  }

  /**
   * Takes out the page that shows a code for a number.
   *
   * @throws Refusal 400 for the wrong form, 404 when no page shows it for that number
   */
  ChatSocket redeem(String number, String text, long now) {
    String code = normalise(text);
    Issued issued = codes.get(code);
    if (issued == null || !issued.isFor(number, now)) {
      throw new Refusal(404, "No page shows that pairing code for this number.");
    }
    codes.remove(code);
    return issued.socket();
  }

  private static String normalise(String text) {
    String code = text.replace("-", "").strip().toUpperCase(Locale.ROOT);
    if (!FORM.matcher(code).matches()) {
      throw new Refusal(400, "A pairing code is eight of 1-9 and A-Z without I, O and U.");
    }
    return code;
  }

  /** Drops the code of a page. */
  void forget(ChatSocket socket) {
    codes.values().removeIf(issued -> issued.socket().equals(socket));
  }

  /** The codes that can be typed now, with the number each is for. */
  JsonArray toJson(long now) {
    JsonArray list = new JsonArray();
    codes.forEach(
        (code, issued) -> {
          if (issued.expiresAt() > now) {
            list.add(
                new JsonObject()
                    .put("code", code)
                    .put("number", issued.number())
                    .put("expiresAt", issued.expiresAt()));
          }
        });
    return list;
  }
}
