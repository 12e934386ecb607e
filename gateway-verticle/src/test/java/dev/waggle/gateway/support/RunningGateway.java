package dev.waggle.gateway.support;

import dev.waggle.gateway.GatewayVerticle;
import dev.waggle.gateway.settings.FrameSettings;
import dev.waggle.gateway.settings.GatewaySettings;
import dev.waggle.gateway.settings.JwtSettings;
import dev.waggle.gateway.settings.LimitSettings;
import dev.waggle.gateway.settings.SocketSettings;
import dev.waggle.gateway.settings.TlsSettings;
import dev.waggle.settings.SettingsReader;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A gateway on a free port of loopback, in a Vert.x of its own, with a client that has its key. */
public final class RunningGateway implements AutoCloseable {

  /** The key that it takes. */
  public static final String KEY = "correct-horse-battery-staple";

  /** An origin of another site that it was told to accept. */
  public static final String NAMED_ORIGIN = "https://crm.example.com";

  /** As in production but for the port and short deadlines. */
  public static final GatewaySettings SETTINGS =
      new GatewaySettings(
          "127.0.0.1",
          0,
          KEY,
          List.of(NAMED_ORIGIN),
          64 * 1024,
          Duration.ofSeconds(2),
          "main",
          JwtSettings.OFF,
          new SocketSettings(
              Duration.ofSeconds(10), Duration.ofMillis(1500), 3, 0, 0, FrameSettings.DEFAULT),
          LimitSettings.NONE,
          TlsSettings.NONE);

  /**
   * The same with some keys set.
   *
   * @param values such as {@code limits.sends-per-minute=2}
   */
  public static GatewaySettings settings(String... values) {
    SettingsReader reader = new SettingsReader(Map.of());
    for (String value : values) {
      String[] parts = value.split("=", 2);
      reader.option(parts[0], parts[1], "test");
    }
    return reader.read(SETTINGS);
  }

  private final Vertx vertx = Vertx.vertx();
  private final GatewayVerticle verticle;
  private final WebClient client;

  private RunningGateway(GatewayVerticle verticle) {
    this.verticle = verticle;
    Await.result(vertx.deployVerticle(verticle));
    this.client =
        WebClient.create(
            vertx, new WebClientOptions().setDefaultHost("127.0.0.1").setDefaultPort(port()));
  }

  /** Starts one. */
  public static RunningGateway start() {
    return start(new GatewayVerticle(SETTINGS));
  }

  /**
   * Starts one for pages in a browser, with production's patience: on a busy machine a browser may
   * need seconds between two frames, and a page that is refused does not come back.
   */
  public static RunningGateway startForPages() {
    return start(new GatewayVerticle(settings("request-timeout=20s", "sockets.key-timeout=20s")));
  }

  /** Starts this one. */
  public static RunningGateway start(GatewayVerticle verticle) {
    return new RunningGateway(verticle);
  }

  public Vertx vertx() {
    return vertx;
  }

  public int port() {
    return verticle.actualPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  /** A request without a key. */
  public HttpRequest<Buffer> anonymous(String method, String path) {
    return client.request(HttpMethod.valueOf(method), path);
  }

  /** A request with another key, or with a token. */
  public HttpRequest<Buffer> as(String credential, String method, String path) {
    return anonymous(method, path).putHeader("Authorization", "Bearer " + credential);
  }

  /** A request with the key. */
  public HttpRequest<Buffer> request(String method, String path) {
    return anonymous(method, path).putHeader("X-Api-Key", KEY);
  }

  /** Sends a request without a body. */
  public HttpResponse<Buffer> send(String method, String path) {
    return send(request(method, path));
  }

  /** Sends a request with a JSON body. */
  public HttpResponse<Buffer> send(String method, String path, JsonObject body) {
    return Await.result(request(method, path).sendJsonObject(body));
  }

  /** Sends a request as it is. */
  public HttpResponse<Buffer> send(HttpRequest<Buffer> request) {
    return Await.result(request.send());
  }

  /** Sends bytes that claim to be of a type. */
  public HttpResponse<Buffer> send(HttpRequest<Buffer> request, String contentType, String body) {
    return Await.result(
        request.putHeader("Content-Type", contentType).sendBuffer(Buffer.buffer(body)));
  }

  @Override
  public void close() {
    client.close();
    Await.result(vertx.close());
  }
}
