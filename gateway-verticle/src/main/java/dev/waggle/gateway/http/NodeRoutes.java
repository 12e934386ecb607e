package dev.waggle.gateway.http;

import dev.waggle.contract.SessionClient;
import dev.waggle.contract.Wire;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import java.util.Map;

/** The session nodes behind the gateways. */
record NodeRoutes(SessionClient sessions) {

  Map<String, ApiOperation> operations() {
    return Map.of(
        "listNodes", request -> list(),
        "drainNode", request -> sessions.drainNode(request.path("id")).map(NodeRoutes::accepted),
        "rebalanceNodes", request -> sessions.rebalance().map(NodeRoutes::accepted));
  }

  private static Answer accepted(Record plan) {
    return Answer.accepted(Wire.write(plan));
  }

  private Future<Answer> list() {
    return sessions
        .nodes()
        .map(nodes -> new JsonArray(nodes.stream().map(Wire::write).toList()))
        .map(Answer::ok);
  }
}
