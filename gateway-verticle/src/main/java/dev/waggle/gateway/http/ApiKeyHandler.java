package dev.waggle.gateway.http;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.gateway.access.ApiKeys;
import dev.waggle.gateway.access.Credentials;
import dev.waggle.gateway.access.Principal;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;
import java.util.Optional;

/** Lets a request pass when it shows a good key, or when the API document needs none. */
public record ApiKeyHandler(ApiKeys keys, ApiDocument document) implements PlatformHandler {

  private static final String PRINCIPAL = Principal.class.getName();

  @Override
  public void handle(RoutingContext context) {
    if (isPublic(context)) {
      context.next();
      return;
    }
    Optional<String> key = Credentials.inHeaders(context.request());
    Optional<Principal> principal = key.flatMap(keys::authenticate);
    if (principal.isPresent()) {
      context.put(PRINCIPAL, principal.get()).next();
    } else {
      context.response().putHeader("WWW-Authenticate", "Bearer realm=\"waggle\"");
      context.fail(refusal(key.isPresent()));
    }
  }

  /** What the document does not know needs a key under /api, and is nothing elsewhere. */
  private boolean isPublic(RoutingContext context) {
    return document
        .operationOf(context)
        .map(operation -> document.isPublic(operation.getOperationId()))
        .orElseGet(() -> !context.normalizedPath().startsWith("/api/"));
  }

  /** Who sent the request; null where no key was asked for. */
  static Principal principalOf(RoutingContext context) {
    return context.get(PRINCIPAL);
  }

  private static WaggleException refusal(boolean wrong) {
    return new WaggleException(
        ErrorCode.UNAUTHORIZED,
        wrong
            ? "This API key is not known here."
            : "Show the API key in the header X-Api-Key, or as Authorization: Bearer.");
  }
}
