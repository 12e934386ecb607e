package dev.waggle.it.fuzz;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** The schemas of an OpenAPI document, with references followed. */
record Schemas(JsonObject document) {

  /** What a reference points to, or the schema itself. */
  JsonObject resolve(JsonObject schema) {
    String reference = schema.getString("$ref");
    return reference == null ? schema : resolve(at(reference));
  }

  /** The last part of a reference: {@code SessionName}. */
  static Optional<String> nameOf(JsonObject schema) {
    return Optional.ofNullable(schema.getString("$ref"))
        .map(reference -> reference.substring(reference.lastIndexOf('/') + 1));
  }

  /** The type; the first where there are several. */
  static String typeOf(JsonObject schema) {
    Object type = schema.getValue("type");
    if (type instanceof JsonArray several) {
      return several.getString(0);
    }
    return type == null ? (schema.containsKey("properties") ? "object" : "any") : type.toString();
  }

  private JsonObject at(String reference) {
    JsonObject found = document;
    for (String step : reference.substring("#/".length()).split("/", -1)) {
      found = found.getJsonObject(step.replace("~1", "/"));
    }
    return found;
  }
}
