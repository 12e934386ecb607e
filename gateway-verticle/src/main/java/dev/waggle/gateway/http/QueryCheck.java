package dev.waggle.gateway.http;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;

/**
 * Refuses queries that cannot be decoded, before anything else reads them: the failure of whoever
 * came later would quote the whole query, which may hold a key or a phone number.
 */
public final class QueryCheck implements PlatformHandler {

  @Override
  public void handle(RoutingContext context) {
    if (isReadable(context)) {
      context.next();
    } else {
      context.fail(
          new WaggleException(
              ErrorCode.INVALID_REQUEST,
              "The query cannot be decoded: write a percent sign as %25."));
    }
  }

  private static boolean isReadable(RoutingContext context) {
    try {
      context.request().params();
      return true;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
