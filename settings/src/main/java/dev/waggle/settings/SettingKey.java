package dev.waggle.settings;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One value that can be set.
 *
 * @param path dotted, as in YAML: {@code session.linking.qr-max-attempts}
 * @param type of its value
 * @param defaultValue what it is when nobody sets it; may be null
 */
public record SettingKey(String path, Class<?> type, Object defaultValue) {

  /** Whether any text will do. */
  boolean isText() {
    return type == String.class;
  }

  /** The variable that overrides it: {@code WAGGLE_SESSION_LINKING_QR_MAX_ATTEMPTS}. */
  public String environmentVariable() {
    return Keys.environmentVariable(path);
  }

  /** Every key of a tree of records, in the order of its components. */
  public static List<SettingKey> of(Record defaults) {
    return under("", defaults).toList();
  }

  private static Stream<SettingKey> under(String parent, Record defaults) {
    return Arrays.stream(defaults.getClass().getRecordComponents())
        .flatMap(component -> of(parent, component, Components.value(component, defaults)));
  }

  private static Stream<SettingKey> of(String parent, RecordComponent component, Object value) {
    String path = Keys.join(parent, Keys.kebab(component.getName()));
    return Conversions.isValue(component.getType())
        ? Stream.of(new SettingKey(path, component.getType(), value))
        : under(path, (Record) value);
  }
}
