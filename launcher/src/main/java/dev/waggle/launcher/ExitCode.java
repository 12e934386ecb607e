package dev.waggle.launcher;

/** How a process of ours ends. Scripts may rely on the numbers. */
public enum ExitCode {
  /** It did what it was asked to. */
  OK(0),
  /** Something that has no code of its own. */
  FAILED(1),
  /** An unknown command or option. */
  USAGE(2),
  /** A setting that cannot be run with; all of them are named. */
  INVALID_SETTINGS(3),
  /** A gateway without an API key. */
  NO_API_KEY(4),
  /** Somebody else listens on a port that we need. */
  PORT_IN_USE(5),
  /** No Chromium on this machine. */
  BROWSER_NOT_FOUND(6),
  /** The cluster could not be joined. */
  CLUSTER_FAILED(7),
  /** The database does not answer. */
  DATABASE_UNAVAILABLE(8);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
