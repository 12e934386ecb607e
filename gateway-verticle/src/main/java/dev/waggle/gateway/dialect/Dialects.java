package dev.waggle.gateway.dialect;

import dev.waggle.contract.SessionClient;
import dev.waggle.gateway.access.AccessPolicy;
import dev.waggle.gateway.http.Surface;
import dev.waggle.gateway.settings.GatewaySettings;
import io.vertx.core.Vertx;
import java.util.List;

/** Every dialect that the gateway speaks beside its own API. */
public final class Dialects {

  private Dialects() {}

  /** Their HTTP surfaces, in the order of their documents. */
  public static List<Surface> of(Vertx vertx, AccessPolicy policy, GatewaySettings settings) {
    SessionClient sessions = new SessionClient(vertx);
    return List.of(new IntegrationGuide(sessions));
  }
}
