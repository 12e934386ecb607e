package dev.waggle.chaos.client;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What no log may hold: whatever looks like a key, a token or a QR, and every key, pairing code and
 * phone number that a test has used, which the support of these tests tells here.
 */
public final class Secrets {

  private static final Map<String, Pattern> SHAPES =
      Map.of(
          "a key", Pattern.compile("wg_[0-9a-f]{16}_[0-9a-f]{8,}"),
          "a token", Pattern.compile("eyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]*"),
          "a QR's text", Pattern.compile("\\b\\d@[\\w+/=-]{16,}"));

  private static final int SHORTEST = 8;

  private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

  private Secrets() {}

  /** A key, a code or a number that is in use from now on; a short one would be in any text. */
  public static void add(String secret) {
    if (secret.length() >= SHORTEST) {
      KNOWN.add(secret);
    }
  }

  /** The lines of a log that hold any, with what they hold. */
  public static List<String> linesWith(String log) {
    return log.lines().flatMap(Secrets::findings).toList();
  }

  private static Stream<String> findings(String line) {
    Stream<String> shapes =
        SHAPES.entrySet().stream()
            .filter(shape -> shape.getValue().matcher(line).find())
            .map(Map.Entry::getKey);
    Stream<String> known =
        KNOWN.stream().filter(line::contains).map(secret -> "\"" + secret + "\"");
    return Stream.concat(shapes, known).map(found -> found + " in: " + line);
  }
}
