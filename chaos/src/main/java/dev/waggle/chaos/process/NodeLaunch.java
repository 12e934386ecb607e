package dev.waggle.chaos.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a node is started.
 *
 * @param folder its data (in {@code data}) and its log
 * @param name of the log file
 * @param role gateway, session or both
 * @param settings {@code key=value}
 * @param place where it runs
 * @param logLevel what it logs; TRACE is a lot
 */
public record NodeLaunch(
    Path folder, String name, String role, List<String> settings, Place place, String logLevel) {

  private static final String MAIN = "dev.waggle.launcher.Waggle";

  public NodeLaunch {
    settings = List.copyOf(settings);
  }

  /** In this machine's own network, with a log as an operator has it. */
  public static NodeLaunch of(Path folder, String name, String role, List<String> settings) {
    return new NodeLaunch(folder, name, role, settings, Place.HERE, "INFO");
  }

  /** The same with another log level. */
  public NodeLaunch withLogLevel(String level) {
    return new NodeLaunch(folder, name, role, settings, place, level);
  }

  /** The same elsewhere. */
  public NodeLaunch at(Place other) {
    return new NodeLaunch(folder, name, role, settings, other, logLevel);
  }

  /** The same under another name, with a log of its own. */
  public NodeLaunch named(String other) {
    return new NodeLaunch(folder, other, role, settings, place, logLevel);
  }

  JavaCommand command(int port) {
    // Should whoever started it be killed, it ends with them.
    List<String> args = new ArrayList<>(List.of("serve", "--role", role, "--stop-on-stdin-end"));
    args.addAll(List.of("--port", String.valueOf(port), "--api-key", WaggleJvm.KEY));
    args.addAll(List.of("--data", folder.resolve("data").toString()));
    args.addAll(List.of("--set", "management.port=0"));
    // A run asks more of one key, and shows more wrong ones, than anybody in good faith does.
    args.addAll(List.of("--set", "gateway.limits.requests-per-minute=0"));
    args.addAll(List.of("--set", "gateway.limits.failed-logins-per-minute=0"));
    settings.forEach(setting -> args.addAll(List.of("--set", setting)));
    return JavaCommand.of(folder.resolve(name + ".log"), MAIN, args)
        .withEnvironment(java.util.Map.of("WAGGLE_LOG_LEVEL", logLevel))
        .at(place);
  }
}
