package dev.waggle.it.fuzz;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One operation of the API document.
 *
 * @param path with its parameters in braces
 * @param parameters those of the path and of the operation, references followed
 * @param body the schema of its JSON body; null without one
 * @param action what a key must be good for; empty where none is needed
 */
record FuzzedOperation(
    String id,
    String method,
    String path,
    List<JsonObject> parameters,
    JsonObject body,
    String action) {

  private static final Set<String> ORDERS = Set.of("control", "delete", "admin");

  /** Every operation of a document. */
  static List<FuzzedOperation> of(Schemas schemas) {
    return schemas.document().getJsonObject("paths").stream()
        .flatMap(path -> inPath(schemas, path.getKey(), (JsonObject) path.getValue()))
        .toList();
  }

  /**
   * Whether it changes how a session runs, which may start or close a browser. A pairing code is
   * asked for under the same action, but of a page that is there.
   */
  boolean isControl() {
    return !id.equals("requestCode") && ORDERS.contains(action);
  }

  /** Whether a right request says anything beyond its address. */
  boolean takesInput() {
    return body != null || !parameters.isEmpty();
  }

  List<JsonObject> parametersIn(String place) {
    return parameters.stream().filter(one -> place.equals(one.getString("in"))).toList();
  }

  private static Stream<FuzzedOperation> inPath(Schemas schemas, String path, JsonObject item) {
    return item.stream()
        .filter(entry -> isOperation(entry.getValue()))
        .map(entry -> one(schemas, path, item, entry));
  }

  private static boolean isOperation(Object value) {
    return value instanceof JsonObject object && object.containsKey("operationId");
  }

  private static FuzzedOperation one(
      Schemas schemas, String path, JsonObject item, Map.Entry<String, Object> entry) {
    JsonObject operation = (JsonObject) entry.getValue();
    return new FuzzedOperation(
        operation.getString("operationId"),
        entry.getKey().toUpperCase(Locale.ROOT),
        path,
        parameters(schemas, item, operation),
        bodyOf(schemas, operation),
        operation.getString("x-waggle-action", ""));
  }

  private static List<JsonObject> parameters(
      Schemas schemas, JsonObject item, JsonObject operation) {
    List<JsonObject> all = new ArrayList<>();
    Stream.of(item, operation)
        .map(holder -> holder.getJsonArray("parameters", new JsonArray()))
        .flatMap(JsonArray::stream)
        .forEach(parameter -> all.add(schemas.resolve((JsonObject) parameter)));
    return all;
  }

  private static JsonObject bodyOf(Schemas schemas, JsonObject operation) {
    JsonObject body = operation.getJsonObject("requestBody");
    if (body == null) {
      return null;
    }
    return schemas
        .resolve(body)
        .getJsonObject("content")
        .getJsonObject("application/json")
        .getJsonObject("schema");
  }
}
