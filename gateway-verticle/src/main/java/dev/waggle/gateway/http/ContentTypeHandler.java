package dev.waggle.gateway.http;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;
import io.vertx.openapi.contract.Operation;

/** Refuses bodies that are not JSON where JSON is asked for, before they are read. */
record ContentTypeHandler(ApiDocument document) implements PlatformHandler {

  @Override
  public void handle(RoutingContext context) {
    boolean wantsBody = document.operationOf(context).map(Operation::getRequestBody).isPresent();
    if (wantsBody && hasOtherBody(context.request())) {
      context.fail(
          new WaggleException(
              ErrorCode.UNSUPPORTED_MEDIA_TYPE,
              "Send the body as JSON, with the header Content-Type: application/json."));
    } else {
      context.next();
    }
  }

  private static boolean hasOtherBody(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    return !isJson(type) && hasBody(request);
  }

  private static boolean isJson(String type) {
    return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
  }

  /** Whether the caller announced a body. */
  static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
        || (length != null && !length.equals("0"));
  }
}
