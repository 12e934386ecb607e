package dev.waggle.launcher;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParseResult;

/** The executable. */
@Command(
    name = "waggle",
    description = "A WhatsApp Web gateway that runs on a cluster.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = ServeCommand.class)
public final class Waggle {

  @Mixin
  @SuppressWarnings("unused") // picocli acts on it
  private HelpOption help;

  Waggle() {}

  /** Ends the JVM with an {@link ExitCode}. */
  public static void main(String[] args) {
    System.exit(execute(new Waggle(), args));
  }

  /**
   * Runs a picocli command with our way of telling failures: one text on standard error, no stack
   * trace, and an {@link ExitCode}.
   */
  public static int execute(Object command, String... args) {
    DocumentNames.applyLogLevel(System.getenv());
    // Hazelcast logs before it has read its configuration, where this is said again.
    System.setProperty("hazelcast.logging.type", "slf4j");
    // Vert.x's JSON stops at 20 million characters, which a file in base64 may exceed; how large a
    // request may be is the gateway's body limit to say.
    System.setProperty("vertx.jackson.defaultReadMaxStringLength", "2147483647");
    return new CommandLine(command).setExecutionExceptionHandler(Waggle::tell).execute(args);
  }

  private static int tell(Exception thrown, CommandLine command, ParseResult parsed) {
    Failure failure = Failure.of(thrown);
    command.getErr().println(failure.text());
    return failure.exitCode().number();
  }
}
