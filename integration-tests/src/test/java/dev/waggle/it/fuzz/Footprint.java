package dev.waggle.it.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a JVM holds on to.
 *
 * @param heapBytes what is alive after a full collection
 * @param openFiles files and sockets
 */
record Footprint(long heapBytes, long openFiles) {

  /** Of a process on this machine. */
  static Footprint of(long pid) {
    try (Stream<Path> files = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
      return new Footprint(liveHeap(pid), files.count());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The histogram collects before it counts; its last line is {@code Total <objects> <bytes>}. */
  private static long liveHeap(long pid) throws IOException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process process =
        new ProcessBuilder(jcmd, String.valueOf(pid), "GC.class_histogram")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return Long.parseLong(printed.substring(printed.lastIndexOf(' ') + 1));
  }
}
