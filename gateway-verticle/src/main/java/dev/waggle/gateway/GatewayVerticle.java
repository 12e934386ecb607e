package dev.waggle.gateway;

import dev.waggle.contract.KeyClient;
import dev.waggle.gateway.access.Access;
import dev.waggle.gateway.access.AccessPolicy;
import dev.waggle.gateway.access.AnyCredential;
import dev.waggle.gateway.access.Authenticator;
import dev.waggle.gateway.access.ConfiguredKey;
import dev.waggle.gateway.access.OpenSockets;
import dev.waggle.gateway.access.Revocations;
import dev.waggle.gateway.access.StoredKeys;
import dev.waggle.gateway.dialect.Dialects;
import dev.waggle.gateway.http.ApiDocument;
import dev.waggle.gateway.http.CertificateWatch;
import dev.waggle.gateway.http.CrossOrigin;
import dev.waggle.gateway.http.HeadAsGet;
import dev.waggle.gateway.http.HttpApi;
import dev.waggle.gateway.http.Origins;
import dev.waggle.gateway.http.ProblemWriter;
import dev.waggle.gateway.http.QueryCheck;
import dev.waggle.gateway.http.RequestLog;
import dev.waggle.gateway.http.SecurityHeaders;
import dev.waggle.gateway.http.ServerOptions;
import dev.waggle.gateway.http.SlowCallers;
import dev.waggle.gateway.http.StaticPages;
import dev.waggle.gateway.http.UnreadableHead;
import dev.waggle.gateway.limit.Buckets;
import dev.waggle.gateway.limit.LocalBuckets;
import dev.waggle.gateway.limit.LoginGuard;
import dev.waggle.gateway.limit.RateLimits;
import dev.waggle.gateway.meter.GatewayMeters;
import dev.waggle.gateway.settings.GatewaySettings;
import dev.waggle.gateway.sockets.SocketDoor;
import dev.waggle.gateway.sockjs.EventBusBridge;
import dev.waggle.gateway.token.TokenDoor;
import dev.waggle.gateway.ws.ConnectedClients;
import dev.waggle.gateway.ws.ViewerDoor;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.BindException;
import java.time.Duration;
import java.util.List;

/**
 * One gateway node's HTTP server. For more than one event loop deploy several, through a supplier;
 * they share the port.
 */
public final class GatewayVerticle extends VerticleBase {

  /** Statuses that the router itself gives to requests that no route took. */
  private static final List<Integer> UNROUTED = List.of(400, 404, 405, 406, 415);

  private static final Duration CERTIFICATE_INTERVAL = Duration.ofSeconds(10);

  private final GatewaySettings settings;
  private final AccessPolicy policy;
  private final RateLimits limits;
  private final GatewayMeters meters;
  private SlowCallers slowness;
  private HttpServer server;

  /** A gateway that is alone. */
  public GatewayVerticle(GatewaySettings settings) {
    this(settings, AccessPolicy.BY_SCOPE);
  }

  /** A gateway that is alone and asks this policy what a key is good for. */
  public GatewayVerticle(GatewaySettings settings, AccessPolicy policy) {
    this(settings, policy, new LocalBuckets(), new SimpleMeterRegistry());
  }

  /**
   * A gateway.
   *
   * @param policy says what a key is good for
   * @param buckets where the counts for its rate limits are; those of all gateways of a cluster
   * @param registry where its meters are
   */
  public GatewayVerticle(
      GatewaySettings settings, AccessPolicy policy, Buckets buckets, MeterRegistry registry) {
    this.meters = new GatewayMeters(registry);
    this.settings = settings;
    this.policy = policy;
    this.limits = new RateLimits(settings.limits(), buckets);
  }

  /** The port that it listens on; the one to ask when the settings say 0. */
  public int actualPort() {
    return server.actualPort();
  }

  /**
   * Completes when requests are taken.
   *
   * @return fails with a {@link GatewayStartException} when the port cannot be had or there is no
   *     key
   */
  @Override
  public Future<?> start() {
    if (settings.apiKey().isEmpty()) {
      return Future.failedFuture(
          new GatewayStartException("The gateway has no API key; set gateway.apiKey.", null));
    }
    return Revocations.listen(vertx).compose(this::access).compose(this::serve);
  }

  private Future<Access> access(Revocations revocations) {
    Authenticator configured = new ConfiguredKey(settings.apiKey());
    Authenticator stored = new StoredKeys(new KeyClient(vertx)::find, revocations);
    return TokenDoor.open(vertx, settings.jwt())
        .map(tokens -> new AnyCredential(configured, tokens, stored))
        .map(all -> new LoginGuard(all, limits))
        .map(authenticator -> new Access(authenticator, policy, revocations, sockets()))
        .recover(e -> Future.failedFuture(new GatewayStartException(e.getMessage(), e.getCause())));
  }

  private OpenSockets sockets() {
    OpenSockets sockets =
        new OpenSockets(settings.sockets().maxConnections(), settings.sockets().maxPerKey());
    meters.sockets(sockets::count);
    return sockets;
  }

  private Future<HttpServer> serve(Access access) {
    return ApiDocument.load(vertx)
        .compose(
            document ->
                StaticPages.load(vertx, document)
                    .compose(pages -> listen(route(access, document, pages))));
  }

  private Router route(Access access, ApiDocument document, StaticPages pages) {
    Origins origins = new Origins(settings.allowedOrigins());
    ProblemWriter problems = new ProblemWriter(document, settings.bodyLimit());
    slowness = new SlowCallers(vertx, settings.requestTimeout());
    Router router = Router.router(vertx);
    router
        .route()
        .handler(new RequestLog(meters))
        .handler(slowness)
        .handler(new SecurityHeaders(settings.tls().isOn()))
        .handler(new QueryCheck())
        .handler(new HeadAsGet())
        .handler(new CrossOrigin(origins))
        .failureHandler(problems);
    UNROUTED.forEach(status -> router.errorHandler(status, problems));
    router
        .route("/eventbus/*")
        .subRouter(EventBusBridge.create(vertx, access, origins, settings.sockets()));
    router
        .route("/sockets/*")
        .subRouter(SocketDoor.create(vertx, access, origins, settings.sockets()));
    ConnectedClients clients = new ConnectedClients(vertx);
    ViewerDoor.addTo(router, vertx, access, limits, origins, settings, clients);
    pages.addTo(router);
    router
        .route("/*")
        .subRouter(
            HttpApi.create(
                vertx,
                document,
                access,
                limits,
                settings,
                Dialects.of(vertx, policy, settings, clients)));
    return router;
  }

  private Future<HttpServer> listen(Router router) {
    return vertx
        .createHttpServer(ServerOptions.of(settings))
        .connectionHandler(slowness::connected)
        .requestHandler(router)
        .invalidRequestHandler(new UnreadableHead())
        .listen()
        .compose(this::listening)
        .recover(failure -> Future.failedFuture(explain(failure)));
  }

  private Future<HttpServer> listening(HttpServer listening) {
    server = listening;
    return settings.tls().isOn()
        ? CertificateWatch.start(vertx, listening, settings.tls(), CERTIFICATE_INTERVAL)
            .map(listening)
        : Future.succeededFuture(listening);
  }

  private GatewayStartException explain(Throwable failure) {
    String address = settings.host() + ":" + settings.port();
    return failure instanceof BindException
        ? new GatewayStartException(
            "Cannot listen on " + address + ": the port is in use or not ours; choose another.",
            failure)
        : new GatewayStartException(
            "Cannot listen on " + address + ": " + failure.getMessage() + ".", failure);
  }
}
