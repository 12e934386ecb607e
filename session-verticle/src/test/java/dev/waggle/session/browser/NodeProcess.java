package dev.waggle.session.browser;

import dev.waggle.session.settings.BrowserSettings;
import dev.waggle.session.settings.SessionNodeSettings;
import dev.waggle.session.settings.SnapshotSettings;
import dev.waggle.session.settings.WhatsAppSettings;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A JVM of its own with one open page, to be killed. */
final class NodeProcess {

  private static final String READY = "page is open";

  private NodeProcess() {}

  /** Starts the JVM, and waits until its page is open. */
  static Process start(URI url, Path data, Path profile, Path temporary) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dplaywright.cli.dir=" + System.getProperty("playwright.cli.dir"),
                "-Djava.io.tmpdir=" + temporary,
                "-XX:-UsePerfData",
                NodeProcess.class.getName(),
                url.toString(),
                data.toString(),
                profile.toString()));
    builder.environment().put("TMPDIR", temporary.toString());
    Process process = builder.redirectErrorStream(true).start();
    awaitReady(process);
    return process;
  }

  private static void awaitReady(Process process) throws IOException {
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      if (line.equals(READY)) {
        return;
      }
    }
    throw new AssertionError(said);
  }

  /** Opens a page and stays: url, data folder, profile. */
  public static void main(String[] arguments) {
    // Without a file cache of Vert.x, which a kill would leave behind.
    FileSystemOptions files =
        new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false);
    Vertx vertx = Vertx.vertx(new VertxOptions().setFileSystemOptions(files));
    SessionNodeSettings node = SessionNodeSettings.DEFAULT;
    ChromiumPages pages =
        new ChromiumPages(
            vertx,
            new SessionNodeSettings(
                Path.of(arguments[1]),
                node.maxSessions(),
                node.minFreeMemory(),
                new WhatsAppSettings(URI.create(arguments[0]), null, "", true),
                BrowserSettings.DEFAULT,
                node.linking(),
                node.recovery(),
                SnapshotSettings.DEFAULT,
                node.lease(),
                node.drain(),
                node.database()));
    OpenPage.withQr(vertx, pages, Path.of(arguments[2]));
    System.out.println(READY);
  }
}
