package dev.waggle.gateway.http;

import dev.waggle.contract.NodeVersion;
import dev.waggle.contract.SessionClient;
import dev.waggle.contract.WaggleException;
import dev.waggle.contract.Wire;
import io.vertx.core.Future;
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
  private final String version;

  HealthEndpoint(SessionClient sessions, String version) {
    this.sessions = sessions;
    this.version = version;
  }

  Map<String, ApiOperation> operations() {
    return Map.of("getHealth", request -> health(), "getVersion", request -> version());
  }

  private Future<Answer> health() {
    return sessionNode()
        .map(node -> UP)
        .otherwise(HealthEndpoint::down)
        .map(nodes -> new JsonObject().put("gateway", UP).put("sessionNodes", nodes))
        .map(checks -> Answer.ok(new JsonObject().put("status", "UP").put("checks", checks)));
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
