package dev.waggle.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.DrainPlan;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.NodeInfo;
import dev.waggle.contract.NodeList;
import dev.waggle.contract.RebalancePlan;
import dev.waggle.contract.SessionCommand.DrainNode;
import dev.waggle.contract.SessionCommand.ListNodes;
import dev.waggle.contract.SessionCommand.Rebalance;
import dev.waggle.contract.SessionCommand.Start;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NodeRoutesTest {

  private static final Instant SOON = Instant.parse("2026-03-01T10:00:05Z");

  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void shouldListNodesWithTheirLoad() {
    NodeInfo node =
        new NodeInfo("node-1", "0.1.0", true, 2, 1, 10, 8, 42, 84, 0.25, false, SOON, true);
    BusNode bus =
        new BusNode(gateway.vertx()).on(ListNodes.class, command -> new NodeList(List.of(node)));

    HttpResponse<Buffer> response = gateway.send("GET", "/api/nodes");
    bus.leave();

    assertThat(response.statusCode()).isEqualTo(200);
    JsonObject listed = response.bodyAsJsonArray().getJsonObject(0);
    assertThat(listed.getString("id")).isEqualTo("node-1");
    assertThat(listed.getInteger("running")).isEqualTo(1);
    assertThat(listed.getInteger("places")).isEqualTo(8);
    assertThat(listed.getLong("totalMemory")).isEqualTo(84);
    assertThat(listed.getDouble("cpuLoad")).isEqualTo(0.25);
    assertThat(listed.getInstant("leaseUntil")).isEqualTo(SOON);
  }

  @Test
  void shouldSayWhatADrainIsGoingToDo() {
    BusNode bus =
        new BusNode(gateway.vertx())
            .on(DrainNode.class, command -> new DrainPlan(command.node(), 10, 40, 60));

    HttpResponse<Buffer> response = gateway.send("POST", "/api/nodes/node-1/drain");
    bus.leave();

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.bodyAsJsonObject())
        .isEqualTo(
            new JsonObject()
                .put("node", "node-1")
                .put("sessions", 10)
                .put("places", 40)
                .put("timeoutSeconds", 60));
  }

  @Test
  void shouldAnswer404ForANodeThatIsNotThere() {
    BusNode bus =
        new BusNode(gateway.vertx())
            .refuse(DrainNode.class, ErrorCode.NODE_NOT_FOUND, "No living session node.");

    HttpResponse<Buffer> response = gateway.send("POST", "/api/nodes/nobody/drain");
    bus.leave();

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.bodyAsJsonObject().getString("code")).isEqualTo("node-not-found");
  }

  @Test
  void shouldSayHowManySessionsARebalanceMoves() {
    BusNode bus = new BusNode(gateway.vertx()).on(Rebalance.class, command -> new RebalancePlan(3));

    HttpResponse<Buffer> response = gateway.send("POST", "/api/nodes/rebalance");
    bus.leave();

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.bodyAsJsonObject().getInteger("moves")).isEqualTo(3);
  }

  @Test
  void shouldSayWhenToTryAgainWhereNoNodeHasRoom() {
    BusNode bus =
        new BusNode(gateway.vertx())
            .refuse(Start.class, ErrorCode.NO_CAPACITY, "No session node has room (a: full).");

    HttpResponse<Buffer> response = gateway.send("POST", "/api/sessions/sales/start");
    bus.leave();

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("10");
    assertThat(response.bodyAsJsonObject().getString("detail")).contains("a: full");
  }

  @Test
  void shouldSayThatNoSessionNodeIsThere() {
    HttpResponse<Buffer> response = gateway.send("GET", "/api/nodes");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.bodyAsJsonObject().getString("code")).isEqualTo("no-session-node");
  }

  @Test
  void shouldTellACallerWhatItsKeyIsGoodFor() {
    JsonObject me = gateway.send("GET", "/api/me").bodyAsJsonObject();

    assertThat(me.getString("role")).isEqualTo("admin");
    assertThat(me.getString("name")).isNotEmpty().isNotEqualTo(RunningGateway.KEY);
    assertThat(me.getJsonArray("sessions")).isEmpty();
    assertThat(me.getJsonArray("actions"))
        .isEqualTo(new JsonArray(List.of("admin", "control", "delete", "read", "send")));
  }
}
