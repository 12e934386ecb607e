package dev.waggle.gateway.support;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The operations of the published API document, each with a valid request that is made of the
 * document's own examples and is about {@link Callers#OWN}.
 */
public final class ApiCatalogue {

  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "patch", "head", "options");
  private static final List<String> SESSION_NAMES =
      List.of("#/components/schemas/SessionName", "#/components/schemas/DisplayName");

  private final JsonObject document;

  private ApiCatalogue(JsonObject document) {
    this.document = document;
  }

  /** What this gateway publishes. */
  public static ApiCatalogue of(RunningGateway gateway) {
    return new ApiCatalogue(
        gateway.send(gateway.anonymous("GET", "/openapi.json")).bodyAsJsonObject());
  }

  /**
   * An operation with a request for it.
   *
   * @param action {@code x-waggle-action}; null when no key is needed
   * @param aboutASession whether it names one, or is about the default one
   */
  public record Operation(
      String method, String uri, String action, boolean aboutASession, Optional<JsonObject> body) {
    @Override
    public String toString() {
      return method + " " + uri;
    }
  }

  /** All that need a key. */
  public Stream<Operation> operations() {
    return document.getJsonObject("paths").stream()
        .flatMap(path -> operationsAt(path.getKey(), (JsonObject) path.getValue()))
        .filter(operation -> operation.action() != null);
  }

  private Stream<Operation> operationsAt(String path, JsonObject members) {
    return members.stream()
        .filter(member -> METHODS.contains(member.getKey()))
        .map(member -> operation(path, members, member));
  }

  private Operation operation(String path, JsonObject shared, Map.Entry<String, Object> member) {
    JsonObject operation = (JsonObject) member.getValue();
    List<JsonObject> parameters =
        Stream.of(shared, operation)
            .flatMap(holder -> holder.getJsonArray("parameters", new JsonArray()).stream())
            .map(parameter -> resolve((JsonObject) parameter))
            .toList();
    Optional<JsonObject> content =
        Optional.ofNullable(operation.getJsonObject("requestBody"))
            .map(body -> resolve(body).getJsonObject("content").getJsonObject("application/json"));
    List<String> sessionFields = content.map(this::sessionFields).orElse(List.of());
    boolean named = parameters.stream().anyMatch(ApiCatalogue::isSession);
    boolean onDefault = "default".equals(operation.getString("x-waggle-session"));
    return new Operation(
        member.getKey().toUpperCase(Locale.ROOT),
        uri(path, parameters),
        operation.getString("x-waggle-action"),
        named || onDefault || !sessionFields.isEmpty(),
        content.map(json -> body(path, json, sessionFields)));
  }

  private String uri(String path, List<JsonObject> parameters) {
    String concrete = path;
    for (JsonObject parameter : in("path", parameters)) {
      concrete = concrete.replace("{" + parameter.getString("name") + "}", value(parameter));
    }
    String query =
        in("query", parameters).stream()
            .filter(parameter -> parameter.getBoolean("required", false))
            .map(parameter -> parameter.getString("name") + "=" + value(parameter))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? concrete : concrete + "?" + query;
  }

  private String value(JsonObject parameter) {
    if (isSession(parameter)) {
      return Callers.OWN;
    }
    JsonObject schema = resolve(parameter.getJsonObject("schema"));
    Object example =
        Stream.of(parameter.getValue("example"), first(schema.getJsonArray("examples")))
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow(() -> new AssertionError("give an example of " + parameter.encode()));
    return URLEncoder.encode(example.toString(), StandardCharsets.UTF_8);
  }

  private static JsonObject body(String path, JsonObject content, List<String> sessionFields) {
    JsonObject example = content.getJsonObject("example");
    if (example == null) {
      throw new AssertionError("give an example of the body of " + path);
    }
    JsonObject body = example.copy();
    sessionFields.forEach(field -> body.put(field, Callers.OWN));
    return body;
  }

  private List<String> sessionFields(JsonObject content) {
    return resolve(content.getJsonObject("schema"))
        .getJsonObject("properties", new JsonObject())
        .stream()
        .filter(field -> isSession(new JsonObject().put("schema", field.getValue())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isSession(JsonObject parameter) {
    return SESSION_NAMES.contains(parameter.getJsonObject("schema").getString("$ref", ""));
  }

  private static List<JsonObject> in(String place, List<JsonObject> parameters) {
    return parameters.stream().filter(each -> place.equals(each.getString("in"))).toList();
  }

  private static Object first(JsonArray examples) {
    return examples == null || examples.isEmpty() ? null : examples.getValue(0);
  }

  private JsonObject resolve(JsonObject node) {
    JsonObject here = node;
    while (here.containsKey("$ref")) {
      JsonObject target = document;
      for (String step : here.getString("$ref").substring("#/".length()).split("/", -1)) {
        target = target.getJsonObject(step);
      }
      here = target;
    }
    return here;
  }
}
