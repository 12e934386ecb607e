package dev.waggle.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PageRoutesTest {

  private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");
  private static WhatsAppWebSimulator simulator;
  private static TestPhones http;

  @BeforeAll
  static void start() {
    simulator = WhatsAppWebSimulator.start(SimulatorConfig.defaults());
    http = new TestPhones(simulator.url());
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @Test
  void shouldServeThePageWithANonceThatIsNewEachTime() throws Exception {
    HttpResponse<String> first = http.call("GET", "/?post_logout=1&logout_reason=2", null);
    HttpResponse<String> second = http.call("GET", "/", null);

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).contains("nonce=\"" + nonce(first) + "\"").doesNotContain("{{");
    assertThat(nonce(first)).isNotEqualTo(nonce(second));
  }

  private static String nonce(HttpResponse<String> answer) {
    String policy = answer.headers().firstValue("content-security-policy").orElseThrow();
    Matcher matcher = NONCE.matcher(policy);
    assertThat(matcher.find()).isTrue();
    assertThat(policy).contains("'strict-dynamic'").doesNotContain("script-src 'unsafe-inline'");
    return matcher.group(1);
  }

  @Test
  void shouldServeThePhonePageWithItsScript() throws Exception {
    HttpResponse<String> page = http.call("GET", "/phone", null);
    HttpResponse<String> script = http.call("GET", "/phone/phone.js", null);

    assertThat(page.headers().firstValue("content-type")).contains("text/html;charset=utf-8");
    assertThat(script.headers().firstValue("content-type"))
        .contains("text/javascript;charset=utf-8");
  }

  @Test
  void shouldServeNothingOutsideItsFolders() throws Exception {
    String secret = "dev/waggle/simulator/SimulatorMain.class";
    for (String path :
        List.of(
            "/static/../" + secret,
            "/static/%2e%2e/" + secret,
            "/phone/..%2f" + secret,
            "/static/")) {
      assertThat(http.call("GET", path, null).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void shouldAnswerUnknownPathsWithAProblem() throws Exception {
    HttpResponse<String> answer = http.call("GET", "/nothing", null);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
  }

  @Test
  void shouldAnswerAMethodThatAPathDoesNotHaveWithAProblem() throws Exception {
    HttpResponse<String> answer = http.call("DELETE", "/phones", null);

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
  }

  @Test
  void shouldServeHttpsWithItsOwnCertificate() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      HttpClientOptions options =
          new HttpClientOptions().setSsl(true).setTrustAll(true).setVerifyHost(false);
      HttpClient client = vertx.createHttpClient(options);
      HttpClientResponse answer =
          client
              .request(HttpMethod.GET, simulator.httpsPort(), "127.0.0.1", "/health")
              .compose(request -> request.send())
              .await(10, TimeUnit.SECONDS);

      assertThat(answer.statusCode()).isEqualTo(200);
      // Used last here: a client that nobody holds is closed by the garbage collector.
      client.close().await(10, TimeUnit.SECONDS);
    } finally {
      vertx.close().await(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void shouldSayThatThePortIsInUse() {
    SimulatorConfig same = SimulatorConfig.defaults().withPort(simulator.httpPort());

    assertThatThrownBy(() -> WhatsAppWebSimulator.start(same))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("in use");
  }
}
