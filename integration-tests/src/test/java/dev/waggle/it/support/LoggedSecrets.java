package dev.waggle.it.support;

import dev.waggle.chaos.client.Secrets;
import dev.waggle.chaos.process.JvmLogs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails every test class in which any JVM has logged a secret. Runs in all of them without being
 * asked to, and looks after each test too, because folders of single tests are gone at the end.
 */
public final class LoggedSecrets implements AfterEachCallback, AfterAllCallback {

  /** How much of each file has been looked at, in characters. */
  private static final Map<Path, Integer> LOGS = new ConcurrentHashMap<>();

  @Override
  public void afterEach(ExtensionContext context) {
    check();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    check();
  }

  private static synchronized void check() {
    JvmLogs.all().forEach(log -> LOGS.putIfAbsent(log, 0));
    LOGS.keySet().removeIf(log -> !Files.exists(log));
    List<String> found =
        LOGS.keySet().stream()
            .flatMap(log -> Secrets.linesWith(news(log)).stream().map(line -> log + ": " + line))
            .toList();
    if (!found.isEmpty()) {
      throw new AssertionError("logged:\n" + String.join("\n", found));
    }
  }

  /** What is new since the last look; a line that is not complete yet is left for the next. */
  private static String news(Path log) {
    try {
      String text = Files.readString(log, StandardCharsets.UTF_8);
      int end = text.lastIndexOf('\n') + 1;
      String news = text.substring(Math.min(LOGS.put(log, end), end), end);
      return news.lines().filter(line -> !isForPeople(line)).collect(Collectors.joining("\n"));
    } catch (NoSuchFileException gone) {
      // Another class has ended meanwhile, and has looked for itself.
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a demo tells whoever started it is indented, and names its key on purpose. */
  private static boolean isForPeople(String line) {
    return line.startsWith("  ");
  }
}
