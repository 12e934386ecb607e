package dev.waggle.launcher;

import picocli.CommandLine.Option;

/** What every command has. */
public final class HelpOption {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean asked;
}
