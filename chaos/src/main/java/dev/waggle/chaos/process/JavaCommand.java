package dev.waggle.chaos.process;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a JVM of its own is to run.
 *
 * @param output the file for everything that it prints; its temporary files are beside it
 * @param environment variables beyond those of this JVM
 * @param options for the JVM, beyond those that every node needs
 */
public record JavaCommand(
    Path output,
    String classPath,
    String mainClass,
    List<String> args,
    Map<String, String> environment,
    List<String> options,
    Place place) {

  /** These JVMs live for seconds or minutes, several on one machine: half the time to ready. */
  private static final List<String> QUICK_TO_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  public JavaCommand {
    args = List.copyOf(args);
    environment = Map.copyOf(environment);
    options = List.copyOf(options);
  }

  /** A main class on this JVM's own class path. */
  public static JavaCommand of(Path output, String mainClass, List<String> args) {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new JavaCommand(output, classPath, mainClass, args, Map.of(), List.of(), Place.HERE);
  }

  /** The same on another class path. */
  public JavaCommand withClassPath(String other) {
    return new JavaCommand(output, other, mainClass, args, environment, options, place);
  }

  /** The same with variables of its own. */
  public JavaCommand withEnvironment(Map<String, String> variables) {
    return new JavaCommand(output, classPath, mainClass, args, variables, options, place);
  }

  /** The same with further options for the JVM, such as a larger heap. */
  public JavaCommand withOptions(List<String> more) {
    return new JavaCommand(output, classPath, mainClass, args, environment, more, place);
  }

  /** The same elsewhere. */
  public JavaCommand at(Place other) {
    return new JavaCommand(output, classPath, mainClass, args, environment, options, other);
  }

  /** Where it and the browsers that it starts keep temporary files. */
  Path temporary() {
    return output.resolveSibling("tmp");
  }

  List<String> line() {
    List<String> line = new ArrayList<>(place.prefix());
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(openedModules());
    // One unpacked browser driver for all nodes of a run: it is 134 MB.
    String driver = System.getProperty("playwright.cli.dir");
    if (driver != null) {
      line.add("-Dplaywright.cli.dir=" + driver);
    }
    line.addAll(List.of("-Djava.io.tmpdir=" + temporary(), "-Xmx384m"));
    line.addAll(QUICK_TO_START);
    line.addAll(options);
    line.addAll(List.of("-cp", classPath, mainClass));
    line.addAll(args);
    return line;
  }

  /** What Hazelcast reads of the JDK, which is opened for this JVM too. */
  private static List<String> openedModules() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-"))
        .toList();
  }
}
