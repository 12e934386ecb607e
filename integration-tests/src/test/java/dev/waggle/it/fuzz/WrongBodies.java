package dev.waggle.it.fuzz;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/** Bodies that are no JSON, or none that anybody means. */
final class WrongBodies {

  private static final byte[] NOT_UTF8 = {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, (byte) 0x28};

  private static final List<BiFunction<JsonObject, SplittableRandom, byte[]>> KINDS =
      List.of(
          (right, random) -> new byte[0],
          (right, random) -> NOT_UTF8,
          (right, random) -> utf8("\uFEFF" + right.encode()),
          (right, random) -> utf8("[".repeat(20_000)),
          (right, random) -> utf8("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000)),
          (right, random) -> utf8("{\"metadata\":" + "[".repeat(900) + "]".repeat(900) + "}"),
          (right, random) -> utf8("null"),
          (right, random) -> utf8("[" + right.encode() + "]"),
          (right, random) -> utf8(right.encode() + right.encode()),
          (right, random) -> utf8("\"" + "x".repeat(200_000) + "\""),
          (right, random) -> utf8("{\"session\":\"\\ud800\",\"name\":\"\\ud800\",\"a\":1e999}"),
          (right, random) -> utf8("{\"n\":" + "9".repeat(2_000) + "}"),
          (right, random) -> utf8("NaN"),
          (right, random) -> utf8("<xml/>"),
          WrongBodies::twice,
          WrongBodies::cut,
          WrongBodies::noise);

  private WrongBodies() {}

  static byte[] any(JsonObject right, SplittableRandom random) {
    return KINDS.get(random.nextInt(KINDS.size())).apply(right, random);
  }

  /** Every key a second time, with another value before the right one. */
  private static byte[] twice(JsonObject right, SplittableRandom random) {
    JsonObject first = new JsonObject();
    right.fieldNames().forEach(name -> first.put(name, WrongValues.any(random)));
    String before = first.encode();
    String after = right.encode();
    boolean empty = right.isEmpty();
    return utf8(empty ? "{}" : before.substring(0, before.length() - 1) + "," + after.substring(1));
  }

  private static byte[] cut(JsonObject right, SplittableRandom random) {
    byte[] whole = utf8(right.encode());
    return Arrays.copyOf(whole, random.nextInt(whole.length));
  }

  private static byte[] noise(JsonObject right, SplittableRandom random) {
    byte[] bytes = new byte[1 + random.nextInt(300)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
