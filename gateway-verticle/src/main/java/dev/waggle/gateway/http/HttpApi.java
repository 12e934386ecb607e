package dev.waggle.gateway.http;

import dev.waggle.contract.KeyClient;
import dev.waggle.contract.SessionClient;
import dev.waggle.contract.SessionName;
import dev.waggle.gateway.access.Access;
import dev.waggle.gateway.limit.RateLimits;
import dev.waggle.gateway.settings.GatewaySettings;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The canonical API: every operation of the document over one bus client. */
public final class HttpApi {

  private HttpApi() {}

  /**
   * The API's router.
   *
   * @param settings its limits and the default session
   * @param dialects the surfaces beside the canonical one
   */
  public static Router create(
      Vertx vertx,
      ApiDocument document,
      Access access,
      RateLimits limits,
      GatewaySettings settings,
      List<Surface> dialects) {
    SessionClient sessions = new SessionClient(vertx);
    SessionName session = SessionName.of(settings.defaultSession());
    Map<String, ApiOperation> operations = new HashMap<>();
    operations.putAll(new SessionRoutes(sessions, access.policy()).operations());
    operations.putAll(new AuthRoutes(sessions).operations());
    operations.putAll(new MessageRoutes(sessions).operations());
    operations.putAll(new ContactRoutes(sessions).operations());
    operations.putAll(new NodeRoutes(sessions).operations());
    operations.putAll(new CallerRoutes().operations());
    operations.putAll(new HealthEndpoint(vertx, session, document.version()).operations());
    operations.putAll(new KeyRoutes(new KeyClient(vertx)).operations());
    dialects.forEach(dialect -> operations.putAll(dialect.operations()));
    return new ApiRouter(
            document,
            new ApiKeyHandler(access.authenticator(), document),
            access.policy(),
            limits,
            session,
            settings.requestTimeout())
        .create(vertx, operations, settings.bodyLimit());
  }
}
