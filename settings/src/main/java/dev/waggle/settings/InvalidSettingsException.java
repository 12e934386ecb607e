package dev.waggle.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Settings that cannot be run with; names every problem at once. */
public final class InvalidSettingsException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** One or more problems, in the order in which a reader meets them. */
  public InvalidSettingsException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
