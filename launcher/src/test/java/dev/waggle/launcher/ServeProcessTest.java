package dev.waggle.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the process does to whoever started it: exit codes, sentences, and how it ends. */
class ServeProcessTest {

  @TempDir private Path folder;

  private NodeProcess serve(String... args) {
    return serve(Map.of(), args);
  }

  private NodeProcess serve(Map<String, String> environment, String... args) {
    String[] fixed = {"serve", "--data", folder.resolve("data").toString()};
    return NodeProcess.start(
        folder,
        environment,
        Stream.concat(Stream.of(fixed), Stream.of(args)).toArray(String[]::new));
  }

  private NodeProcess gateway(String... more) {
    String[] args = {
      "--role", "gateway", "--api-key", "k", "--port", "0", "--set", "cluster.enabled=off"
    };
    return serve(Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void shouldServeAndEndCleanlyWhenTold() throws Exception {
    try (NodeProcess node = gateway().awaitReady()) {
      assertThat(health(node)).isEqualTo(200);

      node.terminate();

      assertThat(node.exitCode()).isEqualTo(ExitCode.OK.number());
      assertThat(filesIn(folder.resolve("data").resolve("tmp"))).isEmpty();
      assertThat(node.errors()).doesNotContain("WARN", "ERROR", "Exception");
    }
  }

  @Test
  void shouldSayThatRedisIsNotNeededAndNameTheVariableThatIsWrong() throws Exception {
    Map<String, String> environment =
        Map.of("REDIS_HOST", "localhost", "WHATSAPP_WEB_PORT", "many");
    try (NodeProcess node = serve(environment)) {
      assertThat(node.exitCode()).isEqualTo(ExitCode.INVALID_SETTINGS.number());
      assertThat(node.errors()).contains("not needed").contains("WHATSAPP_WEB_PORT");
    }
  }

  @Test
  void shouldEndWithItsStandardInput() throws Exception {
    try (NodeProcess node = gateway("--stop-on-stdin-end").awaitReady()) {
      node.endStdin();

      assertThat(node.exitCode()).isEqualTo(ExitCode.OK.number());
    }
  }

  @Test
  void shouldRefuseAPortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        NodeProcess node = gateway("--set", "gateway.port=" + taken.getLocalPort())) {
      assertThat(node.exitCode()).isEqualTo(ExitCode.PORT_IN_USE.number());
      assertThat(node.errors())
          .contains("Port " + taken.getLocalPort(), "--port")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void shouldRefuseToRunSessionsWithoutABrowser() throws Exception {
    try (NodeProcess node =
        serve(
            Map.of("WAGGLE_SESSION_BROWSER_EXECUTABLE", folder.resolve("none").toString()),
            "--role",
            "session",
            "--set",
            "cluster.enabled=off")) {
      assertThat(node.exitCode()).isEqualTo(ExitCode.BROWSER_NOT_FOUND.number());
      assertThat(node.errors()).contains("session.browser.executable").doesNotContain("\tat ");
    }
  }

  @Test
  void shouldSayThatTheClusterCannotBeJoined() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        NodeProcess node =
            serve(
                "--role",
                "gateway",
                "--api-key",
                "k",
                "--cluster-port",
                String.valueOf(taken.getLocalPort()),
                "--set",
                "cluster.port-count=1")) {
      assertThat(node.exitCode()).isEqualTo(ExitCode.CLUSTER_FAILED.number());
      assertThat(node.errors()).contains("ports " + taken.getLocalPort()).doesNotContain("\tat ");
    }
  }

  private static int health(NodeProcess node) throws IOException, InterruptedException {
    Matcher address = Pattern.compile("http://\\S+?(?=,)").matcher(node.output());
    assertThat(address.find()).isTrue();
    HttpRequest request = HttpRequest.newBuilder(URI.create(address.group() + "/health")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
