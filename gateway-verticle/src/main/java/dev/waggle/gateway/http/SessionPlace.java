package dev.waggle.gateway.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the requests of an operation name their session. The API document fixes one place for each
 * operation, so that the session that is checked is the session that is acted on, whatever else a
 * request holds.
 *
 * @param name of the parameter or field; null where none is needed
 */
record SessionPlace(Kind kind, String name) {

  /** A kind of place. */
  enum Kind {
    /** The operation is about no single session. */
    NOWHERE,
    /** It is about the default session: {@code x-waggle-session: default}. */
    DEFAULT,
    PATH,
    QUERY,
    /** A field of the body. */
    BODY,
    /** The same, but it holds what a new session is to be called. */
    NEW
  }

  private static final String NAME = "#/components/schemas/SessionName";
  private static final String NEW_NAME = "#/components/schemas/DisplayName";

  /**
   * The place that the document has for an operation: whatever has the schema SessionName.
   *
   * @param path what holds the operation, with its shared parameters
   * @throws IllegalStateException when there are several
   */
  static SessionPlace of(JsonObject path, JsonObject operation, SchemaLocator schemas) {
    List<SessionPlace> found = new ArrayList<>();
    if ("default".equals(operation.getString("x-waggle-session"))) {
      found.add(new SessionPlace(Kind.DEFAULT, null));
    }
    found.addAll(parameters(path, operation, schemas));
    found.addAll(fields(operation, schemas));
    if (found.size() > 1) {
      throw new IllegalStateException(
          "Operation " + operation.getString("operationId") + " names its session twice: " + found);
    }
    return found.isEmpty() ? new SessionPlace(Kind.NOWHERE, null) : found.get(0);
  }

  private static List<SessionPlace> parameters(
      JsonObject path, JsonObject operation, SchemaLocator schemas) {
    return Stream.of(path, operation)
        .flatMap(holder -> holder.getJsonArray("parameters", new JsonArray()).stream())
        .map(parameter -> schemas.resolve((JsonObject) parameter))
        .filter(parameter -> NAME.equals(parameter.getJsonObject("schema").getString("$ref")))
        .map(
            parameter ->
                new SessionPlace(
                    Kind.valueOf(parameter.getString("in").toUpperCase(Locale.ROOT)),
                    parameter.getString("name")))
        .toList();
  }

  private static List<SessionPlace> fields(JsonObject operation, SchemaLocator schemas) {
    if (!operation.containsKey("requestBody")) {
      return List.of();
    }
    return schemas.bodyOf(operation).getJsonObject("properties", new JsonObject()).stream()
        .filter(field -> field.getValue() instanceof JsonObject)
        .flatMap(SessionPlace::field)
        .toList();
  }

  private static Stream<SessionPlace> field(Map.Entry<String, Object> field) {
    String reference = ((JsonObject) field.getValue()).getString("$ref", "");
    return switch (reference) {
      case NAME -> Stream.of(new SessionPlace(Kind.BODY, field.getKey()));
      case NEW_NAME -> Stream.of(new SessionPlace(Kind.NEW, field.getKey()));
      default -> Stream.empty();
    };
  }
}
