package dev.waggle.gateway.http;

import dev.waggle.contract.ErrorCode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.OutputUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One field that breaks one rule of the API document.
 *
 * <p>A schema may say with {@code x-must-be} what its pattern means, and with {@code x-error-code}
 * which code a caller gets.
 */
record FieldViolation(ErrorCode code, String sentence) {

  /** Keywords that only pass on what a schema further in has found. */
  private static final Set<String> WRAPPERS =
      Set.of("properties", "additionalProperties", "items", "$ref", "allOf", "anyOf", "oneOf");

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  /** Whether the validator's finding is a cause of its own. */
  static boolean isLeaf(OutputUnit unit) {
    return !WRAPPERS.contains(keyword(unit));
  }

  static FieldViolation of(OutputUnit unit, Optional<String> parameter, SchemaLocator.Node root) {
    JsonObject schema = root.holding(unit.getKeywordLocation());
    String field = parameter.orElseGet(() -> field(unit.getInstanceLocation()));
    return new FieldViolation(codeOf(schema), sentence(unit, field, schema));
  }

  private static ErrorCode codeOf(JsonObject schema) {
    String name = schema.getString("x-error-code", ErrorCode.INVALID_REQUEST.wireName());
    return Arrays.stream(ErrorCode.values())
        .filter(code -> code.wireName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String sentence(OutputUnit unit, String field, JsonObject schema) {
    String keyword = keyword(unit);
    if (keyword.equals("required")) {
      String missing = quoted(unit.getError());
      return (field.isEmpty() ? missing : field + "." + missing) + " is missing.";
    }
    return (field.isEmpty() ? "The body" : field) + " " + rule(keyword, schema) + ".";
  }

  private static String rule(String keyword, JsonObject schema) {
    return switch (keyword) {
      case "type" -> "must be " + typeInWords(schema.getString("type"));
      case "enum" -> "must be one of " + list(schema.getJsonArray("enum"));
      case "pattern" -> "must be " + schema.getString("x-must-be");
      case "minLength" -> "must not be empty";
      case "maxLength" -> "must have at most " + schema.getValue(keyword) + " characters";
      case "minimum" -> "must be at least " + schema.getValue(keyword);
      case "maximum" -> "must be at most " + schema.getValue(keyword);
      case "maxProperties" -> "must have at most " + schema.getValue(keyword) + " entries";
      default -> "breaks the rule " + keyword + " of the API document";
    };
  }

  private static String typeInWords(String type) {
    return switch (type) {
      case "integer" -> "a whole number";
      case "boolean" -> "true or false";
      case "object" -> "a JSON object";
      case "array" -> "a list";
      default -> "a " + type;
    };
  }

  private static String list(JsonArray values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  private static String keyword(OutputUnit unit) {
    String location = unit.getKeywordLocation();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private static String field(String instanceLocation) {
    return instanceLocation.length() < 2 ? "" : instanceLocation.substring(2).replace('/', '.');
  }

  private static String quoted(String text) {
    Matcher matcher = QUOTED.matcher(text);
    return matcher.find() ? matcher.group(1) : text;
  }
}
