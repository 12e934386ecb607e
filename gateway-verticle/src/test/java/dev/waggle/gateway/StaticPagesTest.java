package dev.waggle.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaticPagesTest {

  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html; charset=utf-8",
    "/docs, text/html; charset=utf-8",
    "/example-client.html, text/html; charset=utf-8",
    "/qr-login.html, text/html; charset=utf-8",
    "/sessions.html, text/html; charset=utf-8",
    "/assets/waggle-qr-modal.js, text/javascript; charset=utf-8",
    "/assets/vendor/qrcode.mjs, text/javascript; charset=utf-8",
    "/openapi.json, application/json",
    "/openapi.yaml, application/yaml",
    "/assets/dashboard/css/base.css, text/css; charset=utf-8",
    "/assets/dashboard/app.js, text/javascript; charset=utf-8",
    "/assets/icon.svg, image/svg+xml",
    "/assets/vendor/sockjs.min.js, text/javascript; charset=utf-8",
    "/assets/vendor/htm-preact/standalone.module.js, text/javascript; charset=utf-8",
    "/assets/vendor/swagger-ui-bundle.js, text/javascript; charset=utf-8"
  })
  void shouldServePagesAndTheirPartsWithoutAKey(String path, String type) {
    HttpResponse<Buffer> response = gateway.send(gateway.anonymous("GET", path));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.getHeader("Content-Type")).isEqualTo(type);
    assertThat(response.body().length()).isPositive();
  }

  @Test
  void shouldNotSendAgainWhatABrowserHas() {
    String etag = gateway.send(gateway.anonymous("GET", "/")).getHeader("ETag");

    HttpResponse<Buffer> response =
        gateway.send(gateway.anonymous("GET", "/").putHeader("If-None-Match", etag));

    assertThat(response.statusCode()).isEqualTo(304);
  }

  @Test
  void shouldAllowNoInlineScriptOnAnyPage() {
    for (String page :
        new String[] {"/", "/docs", "/example-client.html", "/qr-login.html", "/sessions.html"}) {
      String policy =
          gateway.send(gateway.anonymous("GET", page)).getHeader("Content-Security-Policy");

      assertThat(policy).contains("script-src 'self';", "frame-ancestors 'none'");
    }
  }

  @Test
  void shouldLoadTheSocketClientFromNowhereElse() {
    String frame = gateway.send(gateway.anonymous("GET", "/eventbus/iframe.html")).bodyAsString();

    assertThat(frame).contains("src=\"/assets/vendor/sockjs.min.js\"").doesNotContain("src=\"//");
  }

  @Test
  void shouldPublishTheDocumentUnderTheVersionThatRuns() {
    String version = gateway.send("GET", "/api/version").bodyAsJsonObject().getString("version");

    assertThat(
            gateway
                .send(gateway.anonymous("GET", "/openapi.json"))
                .bodyAsJsonObject()
                .getJsonObject("info")
                .getString("version"))
        .isEqualTo(version);
    assertThat(gateway.send(gateway.anonymous("GET", "/openapi.yaml")).bodyAsString())
        .contains("version: " + version);
  }
}
