package dev.waggle.it.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real shell that ends at the first command that fails. */
public final class Bash {

  private static final int LIMIT_SECONDS = 60;

  private Bash() {}

  /**
   * Runs a script in a folder.
   *
   * @return what it printed
   * @throws AssertionError when a command fails, or the end does not come in a minute
   */
  public static String run(Path folder, String script, Map<String, String> environment) {
    try {
      File output = Files.createTempFile(folder, "block", ".txt").toFile();
      ProcessBuilder builder =
          new ProcessBuilder("bash", "-eu", "-o", "pipefail", "-c", script)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output);
      builder.environment().putAll(environment);
      return await(builder.start(), script, output.toPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String await(Process bash, String script, Path output) throws IOException {
    boolean ended = false;
    try {
      ended = bash.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      bash.destroyForcibly();
    }
    String printed = Files.readString(output, StandardCharsets.UTF_8);
    if (!ended || bash.exitValue() != 0) {
      throw new AssertionError("bash failed at\n" + script + "\nand printed\n" + printed);
    }
    return printed;
  }
}
