package dev.waggle.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.not;

import dev.waggle.launcher.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a person starts and ends it. */
class DemoProcessTest {

  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private Path folder;
  private Process demo;
  private List<ProcessHandle> children = List.of();

  private void start(String... more) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath, Demo.class.getName()));
    command.addAll(List.of("--data", folder.resolve("data").toString()));
    command.addAll(List.of(more));
    demo =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
  }

  private void awaitReady() {
    await().atMost(LIMIT).until(() -> !demo.isAlive() || read("out.txt").contains("What next"));
    assertThat(demo.isAlive()).as(read("err.txt")).isTrue();
    children = demo.descendants().toList();
  }

  /** Below the ports that Linux gives to connections: one might take it before the demo does. */
  private static int freePort() {
    return ThreadLocalRandom.current()
        .ints(18_000, 20_000)
        .filter(DemoProcessTest::isFree)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  /** What {@code GET /health} answers; empty while nobody does. */
  private static String health(int port) throws InterruptedException {
    URI health = URI.create("http://127.0.0.1:" + port + "/health");
    try {
      return CLIENT.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString()).body();
    } catch (IOException notYet) {
      return "";
    }
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void killWhatIsLeft() {
    demo.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void shouldSayWhereEverythingIsAndEndWithoutATrace() throws Exception {
    start("--port", "0", "--simulator-port", "0");
    awaitReady();
    assertThat(read("out.txt"))
        .contains("/phone", Files.readString(folder.resolve("data/api-key")).strip());

    demo.destroy();

    assertThat(demo.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(folder.resolve("data/tmp")).isEmptyDirectory();
    assertThat(read("err.txt")).doesNotContain("ERROR", "Exception", "\tat ");
  }

  @Test
  void shouldTakeItsSessionNodesWithItEvenWhenItIsKilled() throws Exception {
    start("--port", "0", "--simulator-port", "0", "--nodes", "1");
    awaitReady();
    assertThat(children).hasSize(1);

    demo.destroyForcibly();

    await().atMost(LIMIT).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void shouldBeHealthyOnlyWhenItsSessionNodesAreThere() throws Exception {
    int port = freePort();
    start("--port", String.valueOf(port), "--simulator-port", "0", "--nodes", "1");

    String health = await().atMost(LIMIT).until(() -> health(port), not(emptyString()));
    children = demo.descendants().toList();

    assertThat(health).contains("\"sessionNodes\":{\"status\":\"UP\"}");
  }

  @Test
  void shouldNameTheOptionForAPortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      start("--port", "0", "--simulator-port", String.valueOf(taken.getLocalPort()));

      assertThat(demo.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(demo.exitValue()).isEqualTo(ExitCode.PORT_IN_USE.number());
      assertThat(read("err.txt")).contains("--simulator-port").doesNotContain("\tat ");
    }
  }
}
