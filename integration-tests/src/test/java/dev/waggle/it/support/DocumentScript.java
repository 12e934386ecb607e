package dev.waggle.it.support;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The shell lines of one source document, step by step, as they stand there. curl learns from a
 * file of its own where the documents' hosts are here and which key to show, so that the lines need
 * not be touched.
 */
public final class DocumentScript {

  private static final int[] PORTS_OF_THE_DOCUMENTS = {3000, 3030, 3333};

  private final Path folder;
  private final Map<String, String> steps;

  private DocumentScript(Path folder, Map<String, String> steps) {
    this.folder = folder;
    this.steps = steps;
  }

  /**
   * Reads a script.
   *
   * @param name of the resource below {@code documents}; a line {@code #- name} heads each step
   * @param folder where it runs
   * @param gatewayUrl what stands for the documents' {@code localhost}
   * @param header sent with every request
   */
  public static DocumentScript read(String name, Path folder, String gatewayUrl, String header) {
    Map<String, String> steps = new LinkedHashMap<>();
    for (String step : Documents.read(name).split("(?m)^#- ", -1)) {
      int end = step.indexOf('\n');
      if (end > 0) {
        steps.put(step.substring(0, end).strip(), step.substring(end + 1));
      }
    }
    writeCurlRc(folder, URI.create(gatewayUrl).getPort(), header);
    return new DocumentScript(folder, steps);
  }

  /** The same with a word of the document's replaced, such as the place of a token. */
  public DocumentScript with(String placeholder, String value) {
    return new DocumentScript(
        folder,
        steps.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, step -> step.getValue().replace(placeholder, value))));
  }

  /** Runs a step and returns what it printed. */
  public String run(String step) {
    return Bash.run(folder, steps.get(step), Map.of("CURL_HOME", folder.toString()));
  }

  /** Runs a step that prints JSON. */
  public JsonObject json(String step) {
    return new JsonObject(run(step));
  }

  private static void writeCurlRc(Path folder, int port, String header) {
    String hosts =
        IntStream.of(PORTS_OF_THE_DOCUMENTS)
            .mapToObj(old -> "connect-to = \"localhost:" + old + ":127.0.0.1:" + port + "\"\n")
            .collect(Collectors.joining());
    String rest = "silent\nmax-time = 45\nnoproxy = \"*\"\n";
    String key = header.isEmpty() ? "" : "header = \"" + header + "\"\n";
    try {
      Files.writeString(folder.resolve(".curlrc"), hosts + rest + key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
