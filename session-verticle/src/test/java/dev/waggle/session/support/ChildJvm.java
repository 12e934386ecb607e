package dev.waggle.session.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** A second JVM with the test's own class path. */
public final class ChildJvm {

  private static final String READY = "READY";

  private ChildJvm() {}

  /** Runs a main class; done when it has said that it is ready. To be destroyed by the caller. */
  public static Process start(Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    awaitReady(process);
    return process;
  }

  /** What such a main class does: gets ready, says so, and stays until it is killed. */
  public static void stayReady(Callable<?> preparation) {
    try {
      System.out.println(READY + " " + preparation.call());
      Thread.sleep(Long.MAX_VALUE);
    } catch (Exception e) {
      // Threads that are no daemons would keep a process alive that is good for nothing.
      System.exit(1);
    }
  }

  private static void awaitReady(Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        return;
      }
    }
    throw new IOException("The other JVM ended before it was ready");
  }
}
