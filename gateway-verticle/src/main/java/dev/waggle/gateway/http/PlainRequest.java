package dev.waggle.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import io.vertx.json.schema.common.dsl.SchemaType;
import io.vertx.openapi.contract.Location;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatableRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A request as the validator wants it, with every parameter as the text that the caller wrote. The
 * library's own extractor decodes queries twice and reads {@code +5511…} as a number; here each
 * value goes in as a JSON string, which it takes as it is.
 */
record PlainRequest(
    Map<String, RequestParameter> pathParameters,
    Map<String, RequestParameter> query,
    RequestParameter body,
    String contentType)
    implements ValidatableRequest {

  /** As JSON writes it, and no longer than what can be compared with a limit. */
  private static final Pattern NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,8}");

  /** Reads the path and query parameters that the operation declares, and the body. */
  static Future<ValidatableRequest> extract(RoutingContext context, Operation operation) {
    Map<String, RequestParameter> path = new HashMap<>();
    Map<String, RequestParameter> query = new HashMap<>();
    for (Parameter parameter : operation.getParameters()) {
      String name = parameter.getName();
      if (parameter.getIn() == Location.PATH) {
        path.put(name, new Value(quoted(context.pathParam(name))));
      } else {
        query.put(name, new Value(json(parameter, context.queryParams().get(name))));
      }
    }
    Buffer body = context.body().buffer();
    return Future.succeededFuture(new PlainRequest(path, query, new Value(body), type(context)));
  }

  /** In lower case, because the validator compares letter by letter. */
  private static String type(RoutingContext context) {
    String type = context.request().getHeader("Content-Type");
    return type == null ? null : type.toLowerCase(Locale.ROOT);
  }

  /** A number only where the document asks for one. */
  private static String json(Parameter parameter, String text) {
    boolean number = parameter.getSchemaType() == SchemaType.INTEGER;
    return number && text != null && NUMBER.matcher(text).matches() ? text : quoted(text);
  }

  private static String quoted(String text) {
    return text == null ? null : Json.encode(text);
  }

  @Override
  public Map<String, RequestParameter> getHeaders() {
    return Map.of();
  }

  @Override
  public Map<String, RequestParameter> getCookies() {
    return Map.of();
  }

  @Override
  public Map<String, RequestParameter> getPathParameters() {
    return pathParameters;
  }

  @Override
  public Map<String, RequestParameter> getQuery() {
    return query;
  }

  @Override
  public RequestParameter getBody() {
    return body;
  }

  @Override
  public String getContentType() {
    return contentType;
  }

  private record Value(Object get) implements RequestParameter {}
}
