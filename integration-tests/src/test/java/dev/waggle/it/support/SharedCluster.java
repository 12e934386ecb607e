package dev.waggle.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every test class that is {@link OnSharedCluster} the same cluster. It is started for the
 * first of them and closed when all tests are over; sessions are kept apart by their names.
 */
public final class SharedCluster implements ParameterResolver {

  private static final Namespace OURS = Namespace.create(SharedCluster.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ClusterJvms.class;
  }

  @Override
  public ClusterJvms resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(OURS)
        .getOrComputeIfAbsent(Started.class, type -> start(), Started.class)
        .cluster();
  }

  private static Started start() {
    try {
      Path folder = Files.createTempDirectory("shared-cluster");
      return new Started(ClusterJvms.start(folder, DialectSettings.ALL));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What JUnit closes when all tests are over. */
  private record Started(ClusterJvms cluster) implements AutoCloseable {

    @Override
    public void close() throws IOException {
      cluster.close();
      try (Stream<Path> files = Files.walk(cluster.folder())) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
