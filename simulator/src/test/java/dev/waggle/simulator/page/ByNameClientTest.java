package dev.waggle.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.simulator.SimulatorConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByNameClientTest {

  private static final long DEADLINE_SECONDS = 120;

  @TempDir Path folder;
  private StandIn standIn;

  @BeforeEach
  void start() {
    standIn = new StandIn(SimulatorConfig.defaults());
    standIn.reset();
  }

  @AfterEach
  void stop() {
    standIn.close();
  }

  @Test
  void shouldRunAClientThatFindsModulesByTheirNamesAsTheRealSite() throws Exception {
    Path log = folder.resolve("client.log");

    int exit = run(log);

    assertThat(Files.readAllLines(log))
        .containsSubsequence(
            "ok linked by QR",
            "ok sent a text",
            "ok received a text and replied",
            "ok sent and received media",
            "ok looked up chats, contacts and numbers",
            "ok heard a call",
            "ok came back without a QR",
            "ok unlinked by the phone",
            "ok linked by code",
            "ok logged out");
    assertThat(exit).isZero();
  }

  private int run(Path log) throws IOException, InterruptedException {
    Process client =
        new ProcessBuilder(command())
            .directory(Path.of("src/test/js").toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(client.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)).as("ended in time").isTrue();
      return client.exitValue();
    } finally {
      client.descendants().forEach(ProcessHandle::destroyForcibly);
      client.destroyForcibly().waitFor();
    }
  }

  private List<String> command() {
    List<String> command =
        new ArrayList<>(
            List.of(
                "node",
                "by-name-client.mjs",
                standIn.url(),
                String.valueOf(standIn.httpsPort()),
                Chromium.find().toString(),
                folder.resolve("data").toString()));
    command.addAll(Chromium.arguments());
    return command;
  }
}
