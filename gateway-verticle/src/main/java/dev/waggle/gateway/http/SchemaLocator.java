package dev.waggle.gateway.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.Operation;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds schemas in the API document, following its references. */
record SchemaLocator(JsonObject document) {

  /** A schema, with the document that its references point into. */
  record Node(JsonObject schema, SchemaLocator locator) {

    /**
     * The schema that holds a keyword.
     *
     * @param keywordLocation as the validator gives it: {@code #/properties/file/$ref/type}
     */
    JsonObject holding(String keywordLocation) {
      String[] steps = keywordLocation.split("/", -1);
      JsonObject here = schema;
      for (int i = 1; i < steps.length - 1; i++) {
        if (!steps[i].equals("$ref")) {
          here = locator.resolve(here.getJsonObject(steps[i]));
        }
      }
      return here;
    }
  }

  /** The schema of an operation's parameter, or of its body. */
  Node of(Operation operation, Optional<String> parameter) {
    JsonObject path = document.getJsonObject("paths").getJsonObject(operation.getOpenAPIPath());
    String method = operation.getHttpMethod().name().toLowerCase(Locale.ROOT);
    JsonObject model = path.getJsonObject(method);
    return new Node(
        parameter.map(name -> parameter(path, model, name)).orElseGet(() -> bodyOf(model)), this);
  }

  private JsonObject parameter(JsonObject path, JsonObject operation, String name) {
    return Stream.of(path, operation)
        .flatMap(holder -> holder.getJsonArray("parameters", new JsonArray()).stream())
        .map(parameter -> resolve((JsonObject) parameter))
        .filter(parameter -> name.equals(parameter.getString("name")))
        .map(parameter -> resolve(parameter.getJsonObject("schema")))
        .findFirst()
        .orElseThrow();
  }

  /** The schema of the JSON body that an operation takes. */
  JsonObject bodyOf(JsonObject operation) {
    return resolve(
        resolve(operation.getJsonObject("requestBody"))
            .getJsonObject("content")
            .getJsonObject("application/json")
            .getJsonObject("schema"));
  }

  /** What stands behind a reference; the node itself when it is none. */
  JsonObject resolve(JsonObject node) {
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
