package dev.waggle.chaos;

import dev.waggle.chaos.run.ChaosPlan;
import dev.waggle.chaos.run.ChaosRun;
import dev.waggle.chaos.run.Report;
import dev.waggle.chaos.scale.ScaleReport;
import dev.waggle.chaos.scale.ScaleRun;
import dev.waggle.launcher.ExitCode;
import dev.waggle.launcher.HelpOption;
import dev.waggle.launcher.Waggle;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Strikes a cluster of its own at random and proves that nothing was lost by it. */
@Command(
    name = "chaos",
    description =
        "Kills, freezes and drains nodes of a cluster of its own on the stand-in while messages"
            + " flow both ways, then checks that none was lost and no device connected twice.")
public final class Chaos implements Callable<Integer> {

  /** Lines of the table of a scale run. */
  private static final int WINDOWS = 10;

  @Spec private CommandSpec spec;

  @Mixin
  @SuppressWarnings("unused") // picocli acts on it
  private HelpOption help;

  @Mixin private ChaosOptions options;

  private Chaos() {}

  /** Ends the JVM with an {@link ExitCode}; OK only if all checks hold. */
  public static void main(String[] args) {
    System.exit(Waggle.execute(new Chaos(), args));
  }

  @Override
  public Integer call() throws Exception {
    ChaosPlan plan = options.plan();
    boolean holds = options.scale > 0 ? holdsAtScale() : holdsUnder(plan);
    return (holds ? ExitCode.OK : ExitCode.FAILED).number();
  }

  private boolean holdsUnder(ChaosPlan plan) throws Exception {
    Report report = ChaosRun.run(plan, spec.commandLine().getOut());
    spec.commandLine().getOut().println(report.text());
    return report.holds();
  }

  private boolean holdsAtScale() throws Exception {
    int window = Math.max(1, options.scale / WINDOWS);
    ScaleReport report = ScaleRun.run(options.scale, window, spec.commandLine().getOut());
    spec.commandLine().getOut().println(report);
    return report.holds();
  }
}
