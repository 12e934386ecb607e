package dev.waggle.chaos.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A PostgreSQL of a run's own, in a temporary folder, from the binaries that the system has. It
 * refuses to run as root, so then it runs as the user {@code postgres}. It ends when this JVM does,
 * however that ends: its shell waits for the end of its input.
 */
public final class PostgresServer implements SharedDatabase {

  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
  private static final String SYSTEM_USER = "postgres";
  private static final String USER = "waggle";
  private static final Duration START = Duration.ofMinutes(1);
  private static final Duration END = Duration.ofSeconds(10);

  /** Ends the server at once (SIGQUIT) when nobody holds its input any more. */
  private static final String UNTIL_INPUT_ENDS =
      "\"$0\" \"$@\" </dev/null & server=$!; cat >/dev/null; kill -QUIT $server; wait $server";

  private final Path binaries;
  private final Path folder;
  private final String address;
  private final int port = Ports.free();
  private final String password = UUID.randomUUID().toString();
  private final Cleanup cleanup = new Cleanup();

  private PostgresServer(Path binaries, Path folder, String address) {
    this.binaries = binaries;
    this.folder = folder;
    this.address = address;
    cleanup.add(() -> Leftovers.delete(folder));
  }

  /**
   * Starts an empty one and waits until it takes connections.
   *
   * @param address that it listens on and its clients find it at
   * @throws IllegalStateException with a sentence that says what is missing
   */
  public static PostgresServer start(String address) {
    Path binaries =
        installed()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "No PostgreSQL under " + INSTALLED + ": install postgresql."));
    try {
      Path folder = Files.createTempDirectory("waggle-chaos-postgres-");
      PostgresServer server = new PostgresServer(binaries, folder, address);
      server.startOrClose();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The newest version's binaries. */
  private static Optional<Path> installed() {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    return Leftovers.filesIn(INSTALLED).stream()
        .map(version -> version.resolve("bin"))
        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
        .max(Comparator.naturalOrder());
  }

  private void startOrClose() throws IOException {
    try {
      initialise();
      serve();
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void initialise() throws IOException {
    Path secret = Files.writeString(folder.resolve("password"), password);
    if (isRoot()) {
      run(List.of("chown", "-R", SYSTEM_USER, folder.toString()));
    }
    run(
        asItsUser(
            tool("initdb"),
            "-D",
            data().toString(),
            "--auth=scram-sha-256",
            "--username=" + USER,
            "--pwfile=" + secret,
            "--no-sync"));
    Files.delete(secret);
    Files.writeString(
        data().resolve("pg_hba.conf"),
        "host all all " + address + "/30 scram-sha-256\n",
        StandardOpenOption.APPEND);
  }

  private void serve() throws IOException {
    List<String> command =
        asItsUser(
            "sh",
            "-c",
            UNTIL_INPUT_ENDS,
            tool("postgres"),
            "-D",
            data().toString(),
            "-F",
            "-h",
            address,
            "-p",
            String.valueOf(port),
            "-c",
            "unix_socket_directories=",
            "-c",
            "max_connections=300");
    // A session of its own: Ctrl-C is for us alone, and we end it.
    command.add(0, "setsid");
    Process server = process(command).start();
    cleanup.add(() -> end(server));
    Awaitility.await("PostgreSQL")
        .atMost(START)
        .failFast("PostgreSQL ended early, see " + log(), () -> !server.isAlive())
        .ignoreExceptions()
        .until(this::answers);
  }

  private boolean answers() throws Exception {
    try (Connection connection = DriverManager.getConnection(url(), USER, password)) {
      return connection.isValid(1);
    }
  }

  private List<String> asItsUser(String... command) {
    List<String> line = new ArrayList<>();
    if (isRoot()) {
      line.addAll(List.of("runuser", "-u", SYSTEM_USER, "--"));
    }
    line.addAll(List.of(command));
    return line;
  }

  private String tool(String name) {
    return binaries.resolve(name).toString();
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path log() {
    return folder.resolve("postgres.log");
  }

  private ProcessBuilder process(List<String> command) {
    return new ProcessBuilder(command)
        .directory(Path.of("/").toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
  }

  private void run(List<String> command) throws IOException {
    Process process = process(command).start();
    if (!hasEnded(process, START) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(
          String.join(" ", command) + " failed: " + Files.readString(log()).strip());
    }
  }

  private static boolean hasEnded(Process process, Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  @Override
  public String url() {
    return "jdbc:postgresql://" + address + ":" + port + "/postgres";
  }

  @Override
  public String user() {
    return USER;
  }

  @Override
  public String password() {
    return password;
  }

  /** Ends it at once and removes its folder. */
  @Override
  public void close() {
    cleanup.close();
  }

  private static void end(Process server) {
    try {
      server.getOutputStream().close();
    } catch (IOException gone) {
      // It has ended by itself.
    }
    if (!hasEnded(server, END)) {
      server.descendants().forEach(ProcessHandle::destroyForcibly);
      server.destroyForcibly();
    }
  }
}
