package dev.waggle.it;

import dev.waggle.chaos.process.JavaCommand;
import dev.waggle.chaos.process.JavaProcess;
import dev.waggle.it.support.ClusterJvms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The example service, run on its own class path: the contract and the cluster manager. */
final class ExampleService implements AutoCloseable {

  private static final Path MODULE =
      Path.of(System.getProperty("basedir", "."))
          .resolveSibling("example-service")
          .toAbsolutePath();

  private final JavaProcess process;

  private ExampleService(JavaProcess process) {
    this.process = process;
  }

  static ExampleService start(ClusterJvms cluster, String session, String chatId, String greeting) {
    List<String> args =
        List.of(cluster.name(), "127.0.0.1:" + cluster.port(), session, chatId, greeting);
    return new ExampleService(
        JavaProcess.start(
            JavaCommand.of(
                    cluster.folder().resolve("example-service.log"),
                    "dev.waggle.example.GreetingService",
                    args)
                .withClassPath(classPath())));
  }

  private static String classPath() {
    try {
      String dependencies = Files.readString(MODULE.resolve("target/classpath.txt"));
      if (dependencies.contains("session-verticle") || dependencies.contains("playwright")) {
        throw new AssertionError("the example knows more than the contract: " + dependencies);
      }
      return MODULE.resolve("target/classes") + ":" + dependencies;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int await() {
    return process.await();
  }

  String output() {
    return process.output();
  }

  @Override
  public void close() {
    process.close();
  }
}
