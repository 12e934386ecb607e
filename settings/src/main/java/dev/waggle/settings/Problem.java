package dev.waggle.settings;

/**
 * One thing that is wrong with a setting.
 *
 * @param key the setting's key, relative to the record that found it; empty for the whole record
 * @param sentence what is wrong and what would be right
 */
public record Problem(String key, String sentence) {

  /** The same problem seen from the record that holds this one under {@code parent}. */
  public Problem under(String parent) {
    return new Problem(key.isEmpty() ? parent : parent + "." + key, sentence);
  }

  @Override
  public String toString() {
    return key + ": " + sentence;
  }
}
