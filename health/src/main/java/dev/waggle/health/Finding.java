package dev.waggle.health;

/**
 * What a check has found.
 *
 * @param reason one sentence for people that says what is wrong, and what to do if there is
 *     something; empty when all is well
 */
public record Finding(boolean isUp, String reason) {

  private static final Finding UP = new Finding(true, "");

  /** All is well. */
  public static Finding up() {
    return UP;
  }

  /** Something is wrong. */
  public static Finding down(String reason) {
    return new Finding(false, reason);
  }

  /** Down with the reason unless it is so. */
  public static Finding upIf(boolean so, String otherwise) {
    return so ? UP : down(otherwise);
  }
}
