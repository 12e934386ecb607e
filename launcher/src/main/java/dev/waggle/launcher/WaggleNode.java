package dev.waggle.launcher;

import dev.waggle.gateway.GatewayVerticle;
import dev.waggle.gateway.settings.GatewaySettings;
import dev.waggle.session.browser.ChromiumPages;
import dev.waggle.session.node.SessionNodeVerticle;
import dev.waggle.session.settings.SessionNodeSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One node: a Vert.x with the verticles of its role on it. */
public final class WaggleNode {

  private static final long START_SECONDS = 90;

  private WaggleNode() {}

  /**
   * Starts a node and waits until it serves. Whatever has been started is the lifetime's to stop,
   * also when a later part fails.
   *
   * @throws RuntimeException whose meaning {@link Failure} tells
   */
  public static void start(WaggleSettings settings, Lifetime lifetime) {
    requireApiKey(settings);
    Vertx vertx = await(VertxStarter.start(settings));
    lifetime.add("node", vertx::close);
    await(deploy(vertx, settings));
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
  private static Future<?> deploy(Vertx vertx, WaggleSettings settings) {
    Future<?> sessions =
        settings.role().runsSessions()
            ? deploySessionNode(vertx, settings.session())
            : Future.succeededFuture();
    return sessions.compose(
        deployed ->
            settings.role().isGateway()
                ? deployGateway(vertx, settings.gateway())
                : Future.succeededFuture());
  }

  /** A node that could not open a browser does not offer to run sessions. */
  private static Future<?> deploySessionNode(Vertx vertx, SessionNodeSettings settings) {
    ChromiumPages pages = new ChromiumPages(vertx, settings);
    return pages
        .findBrowser()
        .compose(found -> vertx.deployVerticle(new SessionNodeVerticle(settings, same -> pages)));
  }

  private static Future<?> deployGateway(Vertx vertx, GatewaySettings settings) {
    return vertx
        .deployVerticle(new GatewayVerticle(settings))
        .recover(thrown -> Future.failedFuture(portInUse(settings, thrown)));
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
