package dev.waggle.it.fuzz;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * Values that a schema allows.
 *
 * @param known what to take for schemas of these names, so that few sessions are spoken of
 */
record RightValues(Schemas schemas, Map<String, List<String>> known) {

  /** A picture of one pixel, which is also a text. */
  private static final String DOT =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  /** For patterns without an example; the first that fits is taken. */
  private static final List<String> CANDIDATES =
      List.of(DOT, "0123456789ABCDEF", "0123456789abcdef", "5511999999999", "image/png", "1.2.3");

  /** One value, another for each random number. */
  Object of(JsonObject schema, SplittableRandom random) {
    List<String> ofItsName = Schemas.nameOf(schema).map(known::get).orElse(null);
    if (ofItsName != null) {
      return any(ofItsName, random);
    }
    JsonObject resolved = schemas.resolve(schema);
    for (String choice : List.of("oneOf", "anyOf")) {
      if (resolved.containsKey(choice)) {
        return of((JsonObject) any(resolved.getJsonArray(choice).getList(), random), random);
      }
    }
    if (resolved.containsKey("allOf")) {
      return all(resolved.getJsonArray("allOf"), random);
    }
    return plain(resolved, random);
  }

  private Object plain(JsonObject schema, SplittableRandom random) {
    if (schema.containsKey("enum")) {
      return any(schema.getJsonArray("enum").getList(), random);
    }
    if (schema.containsKey("const")) {
      return schema.getValue("const");
    }
    return switch (Schemas.typeOf(schema)) {
      case "object" -> object(schema, random);
      case "array" -> array(schema, random);
      case "boolean" -> random.nextBoolean();
      case "integer", "number" -> number(schema, random);
      default -> text(schema, random);
    };
  }

  private JsonObject object(JsonObject schema, SplittableRandom random) {
    JsonObject made = new JsonObject();
    JsonArray required = schema.getJsonArray("required", new JsonArray());
    JsonObject properties = schema.getJsonObject("properties", new JsonObject());
    for (String name : properties.fieldNames()) {
      if (required.contains(name) || random.nextBoolean()) {
        made.put(name, of(properties.getJsonObject(name), random));
      }
    }
    if (schema.getValue("additionalProperties") instanceof JsonObject further) {
      made.put("more", of(further, random));
    }
    return made;
  }

  private JsonObject all(JsonArray parts, SplittableRandom random) {
    JsonObject made = new JsonObject();
    parts.forEach(part -> made.mergeIn((JsonObject) of((JsonObject) part, random)));
    return made;
  }

  private JsonArray array(JsonObject schema, SplittableRandom random) {
    JsonArray made = new JsonArray();
    JsonObject items = schema.getJsonObject("items", JsonObject.of("type", "string"));
    for (int i = random.nextInt(3); i >= 0; i--) {
      made.add(of(items, random));
    }
    return made;
  }

  private static long number(JsonObject schema, SplittableRandom random) {
    long least = schema.getLong("minimum", 0L);
    return random.nextLong(least, schema.getLong("maximum", least + 100) + 1);
  }

  private static String text(JsonObject schema, SplittableRandom random) {
    JsonArray examples = schema.getJsonArray("examples", new JsonArray());
    if (schema.containsKey("example")) {
      return schema.getString("example");
    }
    if (!examples.isEmpty()) {
      return any(examples.getList(), random).toString();
    }
    String pattern = schema.getString("pattern", "");
    return CANDIDATES.stream()
        .filter(one -> Pattern.compile(pattern).matcher(one).find())
        .findFirst()
        .orElseThrow(() -> new AssertionError("Give an example of what matches " + pattern));
  }

  private static Object any(List<?> choices, SplittableRandom random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
