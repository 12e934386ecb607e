package dev.waggle.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The operations in those parts of the API document that are dialects. */
final class DialectOperations {

  private static final Path PARTS = Path.of("../gateway-verticle/src/main/resources/openapi");

  /** Waggle's own. */
  private static final Set<String> OURS = Set.of("waggle.yaml", "keys.yaml", "nodes.yaml");

  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  private DialectOperations() {}

  /** Each as {@code GET /path/{parameter}}. */
  static List<String> all() {
    try (Stream<Path> parts = Files.list(PARTS)) {
      return parts
          .filter(part -> !OURS.contains(part.getFileName().toString()))
          .flatMap(part -> in(part).stream())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> in(Path part) {
    try {
      List<String> found = new ArrayList<>();
      JsonNode paths = new YAMLMapper().readTree(part.toFile()).get("paths");
      for (var path : paths.properties()) {
        for (var method : path.getValue().properties()) {
          if (METHODS.contains(method.getKey())) {
            found.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
          }
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
