package dev.waggle.contract;

/**
 * A key that was just made.
 *
 * @param key the key itself, which nobody can show again
 */
public record NewKey(ApiKey info, String key) {
  @Override
  public String toString() {
    return "NewKey[" + info + "]";
  }
}
