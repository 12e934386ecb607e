package dev.waggle.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
        .getOrComputeIfAbsent(ClusterJvms.class, type -> start(), ClusterJvms.class);
  }

  private static ClusterJvms start() {
    try {
      return ClusterJvms.start(Files.createTempDirectory("shared-cluster"), DialectSettings.ALL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
