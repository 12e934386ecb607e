package dev.waggle.settings;

/**
 * One thing that is wrong with a setting.
 *
 * @param key the setting's key, relative to the record that found it; empty for the whole record
 * @param sentence what is wrong and what would be right
 * @param where which file and line, variable or option said it; empty when nobody did
 */
public record Problem(String key, String sentence, String where) {

  /** A problem found by a record, which does not know where its values came from. */
  public Problem(String key, String sentence) {
    this(key, sentence, "");
  }

  /** The same problem seen from the record that holds this one under {@code parent}. */
  public Problem under(String parent) {
    return new Problem(Keys.join(parent, key), sentence, where);
  }

  @Override
  public String toString() {
    String place = where.isEmpty() ? "" : "(" + where + ")";
    String subject = key.isEmpty() || place.isEmpty() ? key + place : key + " " + place;
    return subject.isEmpty() ? sentence : subject + ": " + sentence;
  }
}
