package dev.waggle.launcher;

import dev.waggle.gateway.GatewayVerticle;
import dev.waggle.gateway.settings.GatewaySettings;
import dev.waggle.session.browser.ChromiumPages;
import dev.waggle.session.node.SessionNodeVerticle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One node: a Vert.x with the verticles of its role on it. */
public final class WaggleNode {

  private static final long START_SECONDS = 90;

  private final WaggleSettings settings;
  private final GatewayVerticle gateway;

  private WaggleNode(WaggleSettings settings) {
    this.settings = settings;
    this.gateway = new GatewayVerticle(settings.gateway());
  }

  /**
   * Starts a node and waits until it serves. Whatever has been started is the lifetime's to stop,
   * also when a later part fails.
   *
   * @throws RuntimeException whose meaning {@link Failure} tells
   */
  public static WaggleNode start(WaggleSettings settings, Lifetime lifetime) {
    requireApiKey(settings);
    Vertx vertx = await(VertxStarter.start(settings));
    lifetime.add("node", vertx::close);
    WaggleNode node = new WaggleNode(settings);
    await(node.deploy(vertx));
    return node;
  }

  /** Where the gateway is; empty for a node without one. */
  public Optional<URI> gatewayAddress() {
    return settings.role().isGateway()
        ? Optional.of(
            URI.create("http://" + settings.gateway().host() + ":" + gateway.actualPort()))
        : Optional.empty();
  }

  private static void requireApiKey(WaggleSettings settings) {
    if (settings.role().isGateway() && settings.gateway().apiKey().isEmpty()) {
      throw new StartException(
          ExitCode.NO_API_KEY,
          "A gateway needs an API key that callers must show. Give it one by --api-key KEY, by"
              + " WAGGLE_GATEWAY_API_KEY in the environment or by gateway.api-key in"
              + " conf/waggle.yaml; \"openssl rand -hex 24\" makes a good one.");
    }
  }

  /** Sessions first, so that a gateway that answers has somebody to ask. */
  private Future<?> deploy(Vertx vertx) {
    Future<?> sessions =
        settings.role().runsSessions() ? deploySessionNode(vertx) : Future.succeededFuture();
    return sessions.compose(
        deployed -> settings.role().isGateway() ? deployGateway(vertx) : Future.succeededFuture());
  }

  /** A node that could not open a browser does not offer to run sessions. */
  private Future<?> deploySessionNode(Vertx vertx) {
    ChromiumPages pages = new ChromiumPages(vertx, settings.session());
    return pages
        .findBrowser()
        .compose(
            found ->
                vertx.deployVerticle(new SessionNodeVerticle(settings.session(), same -> pages)));
  }

  private Future<?> deployGateway(Vertx vertx) {
    return vertx
        .deployVerticle(gateway)
        .recover(thrown -> Future.failedFuture(portInUse(settings.gateway(), thrown)));
  }

  private static Throwable portInUse(GatewaySettings settings, Throwable thrown) {
    return StartException.ofListening(
            thrown, settings.host(), settings.port(), "--port or gateway.port")
        .<Throwable>map(refusal -> refusal)
        .orElse(thrown);
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(START_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new StartException(
          ExitCode.FAILED, "Waggle did not start within " + START_SECONDS + " s; see the log.", e);
    }
  }
}
