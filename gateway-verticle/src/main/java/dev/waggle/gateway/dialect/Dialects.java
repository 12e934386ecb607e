package dev.waggle.gateway.dialect;

import dev.waggle.contract.SessionClient;
import dev.waggle.gateway.access.AccessPolicy;
import dev.waggle.gateway.http.Surface;
import dev.waggle.gateway.settings.GatewaySettings;
import dev.waggle.gateway.single.SingleSession;
import dev.waggle.gateway.single.StatusReader;
import dev.waggle.gateway.ws.ConnectedClients;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;

/** Every dialect that the gateway speaks beside its own API. */
public final class Dialects {

  /** How long an owner may take to say what is true now, before it counts as out of reach. */
  private static final Duration OBSERVATION = Duration.ofMillis(1500);

  private Dialects() {}

  /** Their HTTP surfaces, in the order of their documents. */
  public static List<Surface> of(
      Vertx vertx, AccessPolicy policy, GatewaySettings settings, ConnectedClients clients) {
    SessionClient sessions = new SessionClient(vertx);
    SessionClient observers = new SessionClient(vertx, OBSERVATION);
    SingleSession single = new SingleSession(sessions);
    StatusReader statuses = new StatusReader(vertx, OBSERVATION);
    return List.of(
        new IntegrationGuide(sessions),
        new QrWeb(single, statuses, clients),
        new Devices(sessions, observers, policy),
        new AdminService(single, statuses));
  }
}
