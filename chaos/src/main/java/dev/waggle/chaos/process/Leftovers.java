package dev.waggle.chaos.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** What a run may not leave behind. */
public final class Leftovers {

  private static final Duration REMOVAL = Duration.ofSeconds(10);

  private Leftovers() {}

  /** Command lines of living processes that name a folder: its browsers, drivers and JVMs. */
  public static List<String> processesNaming(Path folder) {
    return naming(folder).map(process -> process.pid() + " " + CommandLines.of(process)).toList();
  }

  /**
   * Waits for processes that name a folder to end by themselves, and kills those that do not.
   *
   * @return the command lines of those that had to be killed
   */
  public static List<String> killAfter(Path folder, Duration patience) {
    List<ProcessHandle> living = naming(folder).toList();
    if (haveEnded(living, patience)) {
      return List.of();
    }
    List<String> left = processesNaming(folder);
    naming(folder).forEach(ProcessHandle::destroyForcibly);
    haveEnded(living, patience);
    return left;
  }

  /** Removes a folder with everything in it, even while what was killed still writes there. */
  public static void delete(Path folder) {
    Awaitility.await("the removal of " + folder)
        .atMost(REMOVAL)
        .pollDelay(Duration.ZERO)
        .ignoreExceptions()
        .untilAsserted(() -> deleteAll(folder));
  }

  private static void deleteAll(Path folder) {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything directly in a folder. */
  public static List<Path> filesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<ProcessHandle> naming(Path folder) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(process -> CommandLines.of(process).contains(folder.toString()));
  }

  private static boolean haveEnded(List<ProcessHandle> processes, Duration patience) {
    CompletableFuture<?>[] exits =
        processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(exits).get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException outlived) {
      return false;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
