package dev.waggle.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.waggle.gateway.GatewayVerticle;
import dev.waggle.gateway.http.CertificateWatch;
import dev.waggle.gateway.http.ServerOptions;
import dev.waggle.gateway.settings.GatewaySettings;
import dev.waggle.gateway.settings.TlsSettings;
import dev.waggle.settings.InvalidSettingsException;
import dev.waggle.settings.SettingsReader;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpsTest {

  @TempDir private static Path folder;
  private static Certificates server;
  private static Vertx vertx;
  private static GatewayVerticle gateway;

  @BeforeAll
  static void start() throws Exception {
    server = Certificates.create(folder, "gateway");
    vertx = Vertx.vertx();
    gateway = new GatewayVerticle(settings(server));
    vertx.deployVerticle(gateway).await(30, TimeUnit.SECONDS);
  }

  private static GatewaySettings settings(Certificates certificates) {
    return new SettingsReader(Map.of())
        .option("port", "0", "test")
        .option("api-key", "test-key-of-https", "test")
        .option("tls.certificate", certificates.certificate().toString(), "test")
        .option("tls.key", certificates.key().toString(), "test")
        .read(GatewaySettings.DEFAULT);
  }

  @AfterAll
  static void stop() throws Exception {
    vertx.close().await(30, TimeUnit.SECONDS);
  }

  @Test
  void shouldAnswerByHttpsAndAskBrowsersToStayThere() throws Exception {
    HttpResponse<Buffer> health = get(new WebClientOptions());

    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.getHeader("Strict-Transport-Security")).isEqualTo("max-age=31536000");
  }

  @Test
  void shouldTakeUpANewCertificateWithoutARestart() throws Exception {
    GatewaySettings settings = settings(Certificates.create(folder, "renewed"));
    HttpServer renewing =
        vertx
            .createHttpServer(ServerOptions.of(settings))
            .requestHandler(request -> request.response().end())
            .listen()
            .await(20, TimeUnit.SECONDS);
    CertificateWatch.start(vertx, renewing, settings.tls(), Duration.ofMillis(100))
        .await(20, TimeUnit.SECONDS);

    Certificates renewed = Certificates.create(folder, "renewed");

    await()
        .ignoreExceptions()
        .until(
            () -> get(renewing.actualPort(), renewed, new WebClientOptions()).statusCode() == 200);
  }

  @Test
  void shouldSayNothingToPlainHttp() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.actualPort())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

      String heard =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

      assertThat(heard).doesNotContain("HTTP").doesNotContain("UP");
    }
  }

  @Test
  void shouldNotSpeakOldVersionsOfTls() {
    WebClientOptions old = new WebClientOptions();
    old.setEnabledSecureTransportProtocols(Set.of("TLSv1.1"));

    assertThatThrownBy(() -> get(old)).isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void shouldNameTheKeyThatOthersMayRead() throws IOException {
    Certificates open = Certificates.create(folder, "open");
    Files.setPosixFilePermissions(open.key(), PosixFilePermissions.fromString("rw-r-----"));

    InvalidSettingsException refused =
        catchThrowableOfType(
            InvalidSettingsException.class, () -> new TlsSettings(open.certificate(), open.key()));

    assertThat(refused.problems())
        .singleElement()
        .asString()
        .contains("key", "chmod 600 " + open.key());
  }

  @Test
  void shouldNameTheFileThatIsNotThere() {
    InvalidSettingsException refused =
        catchThrowableOfType(
            InvalidSettingsException.class,
            () -> new TlsSettings(folder.resolve("none.crt"), null));

    assertThat(refused.problems()).extracting("key").containsExactly("key", "certificate");
  }

  private static HttpResponse<Buffer> get(WebClientOptions options) throws Exception {
    return get(gateway.actualPort(), server, options);
  }

  private static HttpResponse<Buffer> get(int port, Certificates trusted, WebClientOptions options)
      throws Exception {
    options
        .setSsl(true)
        .setVerifyHost(true)
        .setTrustOptions(new PemTrustOptions().addCertPath(trusted.certificate().toString()));
    WebClient client = WebClient.create(vertx, options);
    try {
      return client.get(port, "127.0.0.1", "/health").send().await(20, TimeUnit.SECONDS);
    } finally {
      client.close();
    }
  }
}
