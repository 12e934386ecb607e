package dev.waggle.launcher;

import dev.waggle.gateway.GatewayVerticle;
import dev.waggle.gateway.access.AccessPolicy;
import dev.waggle.gateway.settings.GatewaySettings;
import dev.waggle.session.node.SessionNodeVerticle;
import dev.waggle.session.page.WhatsAppPages;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One node: a Vert.x with the verticles of its role on it. */
public final class WaggleNode {

  private static final long START_SECONDS = 90;

  /** For what is closed after the sessions have been handed over. */
  private static final Duration CLOSING = Duration.ofSeconds(30);

  private final WaggleSettings settings;
  private final Vertx vertx;
  private final NodeManagement management;
  private final PagesSource pagesSource;
  private final GatewayVerticle gateway;
  private final Deque<String> deployments = new ConcurrentLinkedDeque<>();

  private WaggleNode(
      WaggleSettings settings,
      StartedVertx started,
      NodeManagement management,
      PagesSource pagesSource) {
    this.settings = settings;
    this.pagesSource = pagesSource;
    this.vertx = started.vertx();
    this.management = management;
    this.gateway =
        new GatewayVerticle(
            settings.gateway(),
            AccessPolicy.BY_SCOPE,
            started.buckets(),
            management.instruments().registry());
  }

  /**
   * Starts a node and waits until it serves. Whatever has been started is the lifetime's to stop,
   * also when a later part fails.
   *
   * @throws RuntimeException whose meaning {@link Failure} tells
   */
  public static WaggleNode start(WaggleSettings settings, Lifetime lifetime) {
    return start(settings, lifetime, PagesSource.CHROMIUM);
  }

  /** The same with pages of another kind, for measurements that no browser can take part in. */
  public static WaggleNode start(
      WaggleSettings settings, Lifetime lifetime, PagesSource pagesSource) {
    requireApiKey(settings);
    NodeMeters meters = new NodeMeters();
    lifetime.add("meters", () -> closed(meters));
    NodeManagement management = new NodeManagement(settings.management(), meters);
    StartedVertx started = await(VertxStarter.start(settings, meters));
    WaggleNode node = new WaggleNode(settings, started, management, pagesSource);
    lifetime.add("node", settings.session().drain().timeout().plus(CLOSING), node::stop);
    await(management.start(started));
    await(node.deploy(() -> endOf(lifetime)));
    return node;
  }

  /** As SIGTERM would, on a thread that may wait. */
  private static void endOf(Lifetime lifetime) {
    new Thread(lifetime::end, "waggle-drained").start();
  }

  /** Where the gateway is; empty for a node without one. */
  public Optional<URI> gatewayAddress() {
    return settings.role().isGateway()
        ? Optional.of(
            URI.create(scheme() + "://" + settings.gateway().host() + ":" + gateway.actualPort()))
        : Optional.empty();
  }

  /** Where the node tells how it is; empty when it does not. */
  public Optional<URI> managementAddress() {
    return management.address();
  }

  private static Future<?> closed(NodeMeters meters) {
    meters.close();
    return Future.succeededFuture();
  }

  private String scheme() {
    return settings.gateway().tls().isOn() ? "https" : "http";
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

  /**
   * Sessions first, so that a gateway that answers has somebody to ask.
   *
   * @param leave begins the end of the node, and returns at once
   */
  private Future<?> deploy(Runnable leave) {
    Future<?> sessions =
        settings.role().runsSessions() ? deploySessionNode(leave) : Future.succeededFuture();
    return sessions.compose(
        deployed -> settings.role().isGateway() ? deployGateway() : Future.succeededFuture());
  }

  /** The gateway first, so that nobody asks for what is going away; then the sessions. */
  private Future<?> stop() {
    management.end();
    Future<?> all = Future.succeededFuture();
    while (!deployments.isEmpty()) {
      String next = deployments.removeLast();
      all = all.eventually(() -> vertx.undeploy(next));
    }
    return all.eventually(vertx::close);
  }

  /** A node that could not open a browser does not offer to run sessions. */
  private Future<?> deploySessionNode(Runnable leave) {
    return pagesSource
        .open(vertx, settings.session())
        .compose(pages -> deploySessions(pages, leave));
  }

  private Future<?> deploySessions(WhatsAppPages pages, Runnable leave) {
    SessionNodeVerticle sessions =
        new SessionNodeVerticle(settings.session(), same -> pages, management.instruments());
    sessions.whenDrained().onSuccess(drained -> leave.run());
    return deploy(sessions);
  }

  private Future<?> deployGateway() {
    return deploy(gateway)
        .recover(thrown -> Future.failedFuture(portInUse(settings.gateway(), thrown)));
  }

  private Future<?> deploy(Deployable verticle) {
    return vertx.deployVerticle(verticle).onSuccess(deployments::add);
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
