package dev.waggle.session.support;

import dev.waggle.session.settings.DatabaseSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A private PostgreSQL on loopback, from the binaries that the system has. It refuses to run as
 * root, so then it runs as the user {@code postgres}.
 */
public final class PostgresCluster {

  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
  private static final String USER = "postgres";

  /** Below the ports that Linux gives to connections: one might take it before PostgreSQL does. */
  private static final int FIRST_PORT = 16_000;

  private static final int LAST_PORT = 18_000;

  private final Path binaries;
  private final Path folder;
  private final int port;

  private PostgresCluster(Path binaries, Path folder, int port) {
    this.binaries = binaries;
    this.folder = folder;
    this.port = port;
  }

  /** The folder of the newest installed version's binaries; empty when there is none. */
  public static Optional<Path> installed() {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(INSTALLED)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Starts an empty one; done when it takes connections. */
  public static PostgresCluster start(Path binaries) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("waggle-postgres-");
    PostgresCluster cluster = new PostgresCluster(binaries, folder, freePort());
    if (isRoot()) {
      run(List.of("chown", USER, folder.toString()));
    }
    cluster.runTool("initdb", "-D", cluster.data(), "-A", "trust", "-U", USER, "--no-sync");
    cluster.runTool(
        "pg_ctl",
        "-D",
        cluster.data(),
        "-w",
        "-l",
        folder.resolve("log").toString(),
        "-o",
        "-h 127.0.0.1 -p " + cluster.port + " -k " + folder + " -F",
        "start");
    return cluster;
  }

  /** Settings that lead to it. */
  public DatabaseSettings settings() {
    return new DatabaseSettings(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, "", 4, Duration.ofSeconds(5));
  }

  /** The same, when every table has been dropped. */
  public DatabaseSettings emptied() throws SQLException {
    DatabaseSettings settings = settings();
    try (Connection connection =
            DriverManager.getConnection(settings.url(), settings.user(), settings.password());
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA public CASCADE");
      statement.execute("CREATE SCHEMA public");
    }
    return settings;
  }

  /** SIGSTOP to all of its processes: connections stay, and nobody answers. */
  public void freeze() throws IOException, InterruptedException {
    signal("-STOP");
  }

  /** SIGCONT. */
  public void thaw() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    Path pidFile = Path.of(data(), "postmaster.pid");
    ProcessHandle server =
        ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).get(0).strip())).orElseThrow();
    List<String> kill = new ArrayList<>(List.of("kill", signal, Long.toString(server.pid())));
    server.descendants().forEach(child -> kill.add(Long.toString(child.pid())));
    run(kill);
  }

  /** Stops it and leaves nothing. */
  public void close() throws IOException, InterruptedException {
    runTool("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
    run(List.of("rm", "-rf", folder.toString()));
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private void runTool(String tool, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", USER, "--"));
    }
    command.add(binaries.resolve(tool).toString());
    command.addAll(List.of(arguments));
    run(command);
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("Failed: " + String.join(" ", command));
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static int freePort() {
    return ThreadLocalRandom.current()
        .ints(FIRST_PORT, LAST_PORT)
        .filter(PostgresCluster::isFree)
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
}
