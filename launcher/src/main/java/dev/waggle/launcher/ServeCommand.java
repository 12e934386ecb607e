package dev.waggle.launcher;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs one node until it is told to end. */
@Command(name = "serve", description = "Runs one node: a gateway, a session node, or both in one.")
final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin
  @SuppressWarnings("unused") // picocli acts on it
  private HelpOption help;

  @Mixin private SettingsOptions options;

  @Option(
      names = "--stop-on-stdin-end",
      hidden = true,
      description = "Ends when standard input does, so that it does not outlive its parent.")
  private boolean stopOnStdinEnd;

  @Override
  public Integer call() throws InterruptedException {
    DocumentNames.tellUnneeded(System.getenv());
    WaggleSettings settings = options.read(System.getenv());
    Lifetime lifetime = Lifetime.ofProcess();
    if (stopOnStdinEnd) {
      StdinWatch.start(lifetime);
    }
    WaggleNode node = WaggleNode.start(settings, lifetime);
    spec.commandLine().getOut().println(Announcement.of(node, settings, uptimeMs()));
    lifetime.await();
    return ExitCode.OK.number();
  }

  private static long uptimeMs() {
    return ManagementFactory.getRuntimeMXBean().getUptime();
  }
}
