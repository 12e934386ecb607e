package dev.waggle.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The OpenAPI document: as it is published, and as the contract that requests are checked against.
 */
public final class ApiDocument {

  private final String yaml;
  private final JsonObject json;
  private final OpenAPIContract contract;
  private final Map<String, OperationRule> rules;

  private ApiDocument(String yaml, JsonObject json, OpenAPIContract contract) {
    this.yaml = yaml;
    this.json = json;
    this.contract = contract;
    this.rules = rules(json);
  }

  private static Map<String, OperationRule> rules(JsonObject document) {
    SchemaLocator schemas = new SchemaLocator(document);
    Map<String, OperationRule> rules = new HashMap<>();
    for (JsonObject path : paths(document).toList()) {
      operationsAt(path)
          .forEach(
              operation ->
                  rules.put(
                      operation.getString("operationId"),
                      OperationRule.of(path, operation, schemas)));
    }
    return Map.copyOf(rules);
  }

  /** Reads and checks the document; takes about a second of worker time. */
  public static Future<ApiDocument> load(Vertx vertx) {
    return vertx
        .executeBlocking(DocumentParts::read)
        .compose(
            json ->
                OpenAPIContract.from(vertx, requestsOnly(json))
                    .map(contract -> new ApiDocument(DocumentParts.toYaml(json), json, contract)));
  }

  /** As published. */
  public String yaml() {
    return yaml;
  }

  /** The same in JSON; not to be changed. */
  JsonObject json() {
    return json;
  }

  /** Waggle's version, which is the document's. */
  String version() {
    return json.getJsonObject("info").getString("version");
  }

  OpenAPIContract contract() {
    return contract;
  }

  /**
   * The operation that a request is for; empty when the document has none, and when the path cannot
   * be decoded.
   */
  Optional<Operation> operationOf(RoutingContext context) {
    HttpMethod method = context.request().method();
    try {
      // The router decodes and normalizes paths before it matches them, so this must too.
      return Optional.ofNullable(contract.findOperation(context.normalizedPath(), method));
    } catch (IllegalArgumentException undecodable) {
      return Optional.empty();
    }
  }

  /**
   * Who may call an operation, and on which session.
   *
   * @throws IllegalArgumentException when the document has no such operation
   */
  OperationRule ruleOf(String operationId) {
    OperationRule rule = rules.get(operationId);
    if (rule == null) {
      throw new IllegalArgumentException("No operation " + operationId + " is in the document.");
    }
    return rule;
  }

  /** Whether an operation needs no key. */
  boolean isPublic(String operationId) {
    return ruleOf(operationId).isPublic();
  }

  /**
   * The router's library refuses documents whose answers have media types that it does not know,
   * such as image/png, and wants a handler of its own for each security scheme. It only checks
   * requests for us, so it gets a copy without either.
   */
  private static JsonObject requestsOnly(JsonObject document) {
    JsonObject copy = document.copy();
    copy.remove("security");
    JsonObject none = new JsonObject().put("default", new JsonObject().put("description", ""));
    operations(copy).forEach(operation -> operation.put("responses", none).remove("security"));
    return copy;
  }

  private static Stream<JsonObject> operations(JsonObject document) {
    return paths(document).flatMap(ApiDocument::operationsAt);
  }

  private static Stream<JsonObject> paths(JsonObject document) {
    return document.getJsonObject("paths").stream().map(path -> (JsonObject) path.getValue());
  }

  private static Stream<JsonObject> operationsAt(JsonObject path) {
    return path.stream()
        .map(Map.Entry::getValue)
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast);
  }
}
