package dev.waggle.it.fuzz;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Values that break types, limits and the expectations of whoever reads them carelessly. */
final class WrongValues {

  private static final String LONG = "a".repeat(70_000);

  /** As they stand between quotes, without being escaped again. */
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "sales\u0000.png",
          "../../etc/passwd",
          "..\\..\\windows",
          "a.b",
          "-rf",
          "🐝".repeat(40),
          "\u202e\u0627\u0644",
          "é".repeat(65),
          "x".repeat(65),
          "<script>alert(1)</script>",
          "' OR '1'='1",
          "${jndi:ldap://127.0.0.1:1/a}",
          "%s%n%x",
          "{{7*7}}",
          "\r\nX-Injected: yes",
          "5511999999999@",
          "@c.us",
          "+",
          "99999999999999999999999999",
          "null",
          "*",
          "waggle.session.*",
          "aGVsbG8=",
          "sales",
          "data:image/png;base64,AAAA",
          LONG);

  private static final List<Object> OTHERS =
      List.of(
          true,
          false,
          0,
          -1,
          1.5,
          1e308,
          Long.MIN_VALUE,
          BigInteger.TEN.pow(40),
          new JsonArray(),
          new JsonArray().add(new JsonArray().add(new JsonArray())),
          new JsonObject(),
          JsonObject.of("$ref", "#"),
          JsonObject.of("@class", "java.lang.Runtime"),
          JsonObject.of("__proto__", JsonObject.of("admin", true)));

  private WrongValues() {}

  static String text(SplittableRandom random) {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  /** Anything that JSON can say, null among it. */
  static Object any(SplittableRandom random) {
    int choice = random.nextInt(OTHERS.size() + 8);
    if (choice < OTHERS.size()) {
      return copy(OTHERS.get(choice));
    }
    return choice == OTHERS.size() ? null : text(random);
  }

  /** The same object with one thing in it that is not right. */
  static JsonObject spoil(JsonObject right, SplittableRandom random) {
    JsonObject spoilt = right.copy();
    List<String> names = new ArrayList<>(spoilt.fieldNames());
    if (names.isEmpty() || random.nextInt(8) == 0) {
      return spoilt.put("unknown-" + random.nextInt(9), any(random));
    }
    String name = names.get(random.nextInt(names.size()));
    if (spoilt.getValue(name) instanceof JsonObject inner && random.nextBoolean()) {
      return spoilt.put(name, spoil(inner, random));
    }
    if (random.nextInt(5) == 0) {
      spoilt.remove(name);
      return spoilt;
    }
    return spoilt.put(name, any(random));
  }

  private static Object copy(Object value) {
    if (value instanceof JsonObject object) {
      return object.copy();
    }
    return value instanceof JsonArray array ? array.copy() : value;
  }
}
