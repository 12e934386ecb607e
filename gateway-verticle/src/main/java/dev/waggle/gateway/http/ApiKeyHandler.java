package dev.waggle.gateway.http;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.gateway.access.Authenticator;
import dev.waggle.gateway.access.Credentials;
import dev.waggle.gateway.access.Principal;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;
import java.util.Optional;

/** Lets a request pass when it shows a good key, or when the API document needs none. */
public record ApiKeyHandler(Authenticator authenticator, ApiDocument document)
    implements PlatformHandler {

  private static final String PRINCIPAL = Principal.class.getName();

  @Override
  public void handle(RoutingContext context) {
    if (isPublic(context)) {
      context.next();
      return;
    }
    PausedRequest request = new PausedRequest(context);
    Optional<String> credential = Credentials.inHeaders(context.request());
    if (credential.isEmpty()) {
      request.refuse(noKey());
      return;
    }
    request.whenKnown(
        authenticator.authenticate(credential.get(), context.request().remoteAddress()),
        principal -> context.put(PRINCIPAL, principal).next());
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

  private static WaggleException noKey() {
    return new WaggleException(
        ErrorCode.UNAUTHORIZED,
        "Show the API key in the header X-Api-Key, or as Authorization: Bearer.");
  }
}
