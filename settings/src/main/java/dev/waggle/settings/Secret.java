package dev.waggle.settings;

/**
 * A value that must not be shown.
 *
 * @param value the value itself; empty when there is none
 */
public record Secret(String value) {

  /** No secret. */
  public static final Secret NONE = new Secret("");

  public boolean isPresent() {
    return !value.isEmpty();
  }

  @Override
  public String toString() {
    return isPresent() ? "********" : "";
  }
}
