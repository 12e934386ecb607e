package dev.waggle.gateway.http;

import dev.waggle.contract.SessionClient;
import dev.waggle.gateway.access.AccessPolicy;
import dev.waggle.gateway.access.ApiKeys;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The canonical API: every operation of the document over one bus client. */
public final class HttpApi {

  private HttpApi() {}

  /**
   * The API's router.
   *
   * @param limit the longest that a caller waits for an answer
   * @param bodyLimit in bytes
   */
  public static Router create(
      Vertx vertx,
      ApiDocument document,
      ApiKeys keys,
      AccessPolicy policy,
      Duration limit,
      long bodyLimit) {
    SessionClient sessions = new SessionClient(vertx);
    Map<String, ApiOperation> operations = new HashMap<>();
    operations.putAll(new SessionRoutes(sessions, policy).operations());
    operations.putAll(new AuthRoutes(sessions).operations());
    operations.putAll(new MessageRoutes(sessions).operations());
    operations.putAll(new ContactRoutes(sessions).operations());
    operations.putAll(new HealthEndpoint(sessions, document.version()).operations());
    return new ApiRouter(document, new ApiKeyHandler(keys, document), policy, limit)
        .create(vertx, operations, bodyLimit);
  }
}
