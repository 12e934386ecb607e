package dev.waggle.simulator.account;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Reads fields that must be there, and says which one is not. */
public final class Fields {

  private Fields() {}

  /**
   * A text that is not empty.
   *
   * @throws Refusal 400 when it is missing, empty or not a text
   */
  public static String text(JsonObject json, String name) {
    if (json.getValue(name) instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new Refusal(400, "The field '" + name + "' must be a text that is not empty.");
  }

  /**
   * A text, or a value for when it is missing or null.
   *
   * @throws Refusal 400 when it is something else than a text
   */
  public static String text(JsonObject json, String name, String otherwise) {
    Object value = json.getValue(name);
    if (value == null || value instanceof String) {
      return value == null ? otherwise : (String) value;
    }
    throw new Refusal(400, "The field '" + name + "' must be a text.");
  }

  /**
   * A whole number.
   *
   * @throws Refusal 400 when it is missing or not a number
   */
  public static long number(JsonObject json, String name) {
    if (json.getValue(name) instanceof Number number) {
      return number.longValue();
    }
    throw new Refusal(400, "The field '" + name + "' must be a number.");
  }

  /**
   * A whole number, or a value for when it is missing or null.
   *
   * @throws Refusal 400 when it is something else than a number
   */
  public static long number(JsonObject json, String name, long otherwise) {
    return json.getValue(name) == null ? otherwise : number(json, name);
  }

  /**
   * True or false, or a value for when it is missing or null.
   *
   * @throws Refusal 400 when it is something else
   */
  public static boolean flag(JsonObject json, String name, boolean otherwise) {
    Object value = json.getValue(name);
    if (value == null || value instanceof Boolean) {
      return value == null ? otherwise : (Boolean) value;
    }
    throw new Refusal(400, "The field '" + name + "' must be true or false.");
  }

  /**
   * A JSON object.
   *
   * @throws Refusal 400 when it is missing or something else
   */
  public static JsonObject object(JsonObject json, String name) {
    if (json.getValue(name) instanceof JsonObject object) {
      return object;
    }
    throw new Refusal(400, "The field '" + name + "' must be an object.");
  }

  /**
   * A list of texts; empty when it is missing.
   *
   * @throws Refusal 400 when it is something else
   */
  public static List<String> texts(JsonObject json, String name) {
    Object value = json.getValue(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof JsonArray array && array.stream().allMatch(String.class::isInstance)) {
      return array.stream().map(String.class::cast).toList();
    }
    throw new Refusal(400, "The field '" + name + "' must be a list of texts.");
  }
}
