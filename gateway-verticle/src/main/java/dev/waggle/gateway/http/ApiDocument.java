package dev.waggle.gateway.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The OpenAPI document: as it is published, and as the contract that requests are checked against.
 */
public final class ApiDocument {

  private static final String RESOURCE = "/openapi/waggle.yaml";
  private static final String VERSION_SLOT = "version: \"0\"";

  private static final JsonArray EVERY_SCHEME = new JsonArray().add("as at the top");

  private final String yaml;
  private final JsonObject json;
  private final OpenAPIContract contract;
  private final Set<String> publicOperations;

  private ApiDocument(String yaml, JsonObject json, OpenAPIContract contract) {
    this.yaml = yaml;
    this.json = json;
    this.contract = contract;
    this.publicOperations = publicOperations(json);
  }

  /** Reads and checks the document; takes about a second of worker time. */
  public static Future<ApiDocument> load(Vertx vertx) {
    return vertx
        .executeBlocking(ApiDocument::readYaml)
        .compose(
            yaml -> {
              JsonObject json = toJson(yaml);
              return OpenAPIContract.from(vertx, requestsOnly(json))
                  .map(contract -> new ApiDocument(yaml, json, contract));
            });
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

  /** The operation that a request is for; empty when the document has none. */
  Optional<Operation> operationOf(RoutingContext context) {
    // The router decodes and normalizes paths before it matches them, so this must too.
    HttpMethod method = context.request().method();
    return Optional.ofNullable(contract.findOperation(context.normalizedPath(), method));
  }

  /** Whether an operation needs no key. */
  boolean isPublic(String operationId) {
    return publicOperations.contains(operationId);
  }

  private static String readYaml() throws IOException {
    try (InputStream in = ApiDocument.class.getResourceAsStream(RESOURCE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.replace(VERSION_SLOT, "version: " + GatewayVersion.read());
    }
  }

  private static JsonObject toJson(String yaml) {
    try {
      return new JsonObject(new ObjectMapper().writeValueAsString(new YAMLMapper().readTree(yaml)));
    } catch (IOException e) {
      throw new IllegalStateException("The API document is not YAML.", e);
    }
  }

  /** An operation that names an empty list of schemes opts out of the document's own list. */
  private static Set<String> publicOperations(JsonObject document) {
    return operations(document)
        .filter(operation -> operation.getJsonArray("security", EVERY_SCHEME).isEmpty())
        .map(operation -> operation.getString("operationId"))
        .collect(Collectors.toUnmodifiableSet());
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
    return document.getJsonObject("paths").stream()
        .flatMap(path -> ((JsonObject) path.getValue()).stream())
        .map(Map.Entry::getValue)
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast);
  }
}
