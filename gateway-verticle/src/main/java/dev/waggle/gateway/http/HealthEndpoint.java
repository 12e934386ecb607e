package dev.waggle.gateway.http;

import dev.waggle.contract.NodeVersion;
import dev.waggle.contract.SessionClient;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import dev.waggle.contract.Wire;
import dev.waggle.gateway.single.LiveStatus;
import dev.waggle.gateway.single.StatusReader;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Health and version. A gateway that answers is healthy: it must stay in its load balancer when the
 * session nodes are away, because its answers then say so. Whether one is there is reported beside.
 */
final class HealthEndpoint {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final JsonObject UP = new JsonObject().put("status", "UP");

  private final SessionClient sessions;
  private final StatusReader statuses;
  private final SessionName defaultSession;
  private final String version;

  HealthEndpoint(Vertx vertx, SessionName defaultSession, String version) {
    this.sessions = new SessionClient(vertx, PATIENCE);
    this.statuses = new StatusReader(vertx, PATIENCE);
    this.defaultSession = defaultSession;
    this.version = version;
  }

  Map<String, ApiOperation> operations() {
    return Map.of("getHealth", request -> health(), "getVersion", request -> version());
  }

  private Future<Answer> health() {
    Future<JsonObject> node = sessionNode().map(any -> UP).otherwise(HealthEndpoint::down);
    return Future.all(node, authenticated())
        .map(both -> Answer.ok(healthy(both.resultAt(0), both.resultAt(1))));
  }

  private static JsonObject healthy(JsonObject sessionNodes, boolean authenticated) {
    return new JsonObject()
        .put("status", "UP")
        .put("ok", true)
        .put("authenticated", authenticated)
        .put("checks", new JsonObject().put("gateway", UP).put("sessionNodes", sessionNodes));
  }

  /** Whether the default session is linked and connected; what cannot be found out is not. */
  private Future<Boolean> authenticated() {
    return statuses
        .read(defaultSession)
        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .map(LiveStatus::isWorking)
        .otherwise(false);
  }

  private Future<Answer> version() {
    JsonObject json = new JsonObject().put("version", version);
    return sessionNode()
        .map(node -> json.put("sessionNode", Wire.write(node)))
        .otherwise(json)
        .map(Answer::ok);
  }

  private Future<NodeVersion> sessionNode() {
    return sessions.version().timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static JsonObject down(Throwable failure) {
    String reason =
        failure instanceof WaggleException known
            ? known.getMessage()
            : "No session node answered within " + PATIENCE.toSeconds() + " s.";
    return new JsonObject().put("status", "DOWN").put("reason", reason);
  }
}
