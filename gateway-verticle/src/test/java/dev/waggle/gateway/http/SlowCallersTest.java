package dev.waggle.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.gateway.support.Await;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.WebSocket;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SlowCallersTest {

  private static final Duration SHORT = Duration.ofMillis(300);

  private static final Vertx VERTX = Vertx.vertx();
  private static final Server SERVER = new Server();

  @BeforeAll
  static void start() {
    Await.result(VERTX.deployVerticle(SERVER));
  }

  @AfterAll
  static void stop() {
    Await.result(VERTX.close());
  }

  @Test
  void shouldCloseAConnectionWhoseFirstRequestDoesNotCome() throws IOException {
    assertThat(exchange("GET / HTTP/1.1\r\nHost: a\r\nX-Slow")).isEmpty();
  }

  @Test
  void shouldCloseAConnectionWhoseNextRequestDoesNotCome() throws IOException {
    assertThat(exchange("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HT"))
        .startsWith("HTTP/1.1 200 OK")
        .endsWith("hello");
  }

  @Test
  void shouldGiveUpABodyThatDoesNotCome() throws IOException {
    assertThat(exchange("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf"))
        .startsWith("HTTP/1.1 500");
  }

  @Test
  void shouldLeaveOpenSocketsAlone() {
    WebSocket socket =
        Await.result(
            VERTX
                .createWebSocketClient()
                .connect(SERVER.listening.actualPort(), "127.0.0.1", "/ws"));
    Await.result(VERTX.timer(3 * SHORT.toMillis()));

    assertThat(socket.isClosed()).isFalse();
  }

  private static String exchange(String bytes) throws IOException {
    try (Socket caller =
        new Socket(InetAddress.getLoopbackAddress(), SERVER.listening.actualPort())) {
      caller.setSoTimeout(10_000);
      caller.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
      return new String(caller.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private static final class Server extends VerticleBase {

    private HttpServer listening;

    @Override
    public Future<?> start() {
      SlowCallers slow = new SlowCallers(vertx, SHORT, SHORT, SHORT);
      Router router = Router.router(vertx);
      router.route().handler(slow);
      router.get("/ws").handler(context -> context.request().toWebSocket());
      router.get("/").handler(context -> context.end("hello"));
      router.post("/").handler(context -> context.request().end());
      return vertx
          .createHttpServer(ServerOptions.of(RunningGateway.SETTINGS))
          .connectionHandler(slow::connected)
          .requestHandler(router)
          .listen()
          .onSuccess(server -> listening = server);
    }
  }
}
