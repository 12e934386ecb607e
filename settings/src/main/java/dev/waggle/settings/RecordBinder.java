package dev.waggle.settings;

import dev.waggle.settings.SettingNode.Items;
import dev.waggle.settings.SettingNode.Scalar;
import dev.waggle.settings.SettingNode.Section;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts what was written over a record of defaults. A value that cannot be used leaves the default
 * in place and a problem on the list, so that one run finds every problem. A key with nothing
 * behind it, also after its variables were filled in, keeps its default.
 */
final class RecordBinder {

  private final List<SettingKey> allKeys;
  private final Placeholders placeholders;
  private final List<Problem> problems = new ArrayList<>();

  RecordBinder(List<SettingKey> allKeys, Placeholders placeholders) {
    this.allKeys = allKeys;
    this.placeholders = placeholders;
  }

  List<Problem> problems() {
    return problems;
  }

  /** The record with everything usable of the section in it. */
  <R extends Record> R bind(R defaults, Section section, String path) {
    @SuppressWarnings("unchecked") // a record's class is its own
    Class<R> type = (Class<R>) defaults.getClass();
    refuseUnknownKeys(type, section, path);
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String key = Keys.kebab(component.getName());
      Object otherwise = Components.value(component, defaults);
      values.add(component(component, section.entries().get(key), otherwise, Keys.join(path, key)));
    }
    try {
      return Components.create(type, values);
    } catch (InvalidSettingsException e) {
      e.problems().forEach(problem -> problems.add(located(problem, section).under(path)));
      return defaults;
    }
  }

  private Object component(
      RecordComponent component, SettingNode written, Object otherwise, String path) {
    Class<?> type = component.getType();
    if (written == null || (written instanceof Scalar scalar && scalar.text() == null)) {
      return otherwise;
    }
    if (Conversions.isValue(type)) {
      return value(type, written, otherwise, path);
    }
    if (written instanceof Section section) {
      return bind((Record) otherwise, section, path);
    }
    return refuse(path, "must be a group of keys, not one value.", written, otherwise);
  }

  private Object value(Class<?> type, SettingNode written, Object otherwise, String path) {
    try {
      if (written instanceof Items items && type == List.class) {
        return items.scalars().stream().map(item -> filled(item.text())).toList();
      }
      if (written instanceof Scalar scalar) {
        String text = filled(scalar.text());
        return text.isEmpty() ? otherwise : Conversions.convert(text, type);
      }
      return refuse(path, "must be one value.", written, otherwise);
    } catch (IllegalArgumentException e) {
      return refuse(path, e.getMessage(), written, otherwise);
    }
  }

  private String filled(String text) {
    return text == null ? "" : placeholders.fill(text);
  }

  private void refuseUnknownKeys(Class<?> type, Section section, String path) {
    Set<String> known =
        Arrays.stream(type.getRecordComponents())
            .map(component -> Keys.kebab(component.getName()))
            .collect(Collectors.toSet());
    section
        .entries()
        .forEach(
            (key, node) -> {
              if (!known.contains(key)) {
                refuse(Keys.join(path, key), unknown(key, path, known), node, null);
              }
            });
  }

  private String unknown(String key, String path, Set<String> known) {
    return Spelling.nearest(key, known)
        .map(near -> Keys.join(path, near))
        .or(() -> elsewhere(key))
        .map(near -> "is not a known key; did you mean " + near + "?")
        .orElse("is not a known key; here may stand " + String.join(", ", sorted(known)) + ".");
  }

  private Optional<String> elsewhere(String key) {
    return allKeys.stream().map(SettingKey::path).filter(p -> p.endsWith("." + key)).findFirst();
  }

  private static List<String> sorted(Set<String> keys) {
    return keys.stream().sorted().toList();
  }

  private static Problem located(Problem problem, Section section) {
    String key = Keys.kebab(problem.key());
    SettingNode node = section.entries().get(key);
    return new Problem(key, problem.sentence(), node == null ? "" : node.where());
  }

  private Object refuse(String path, String sentence, SettingNode node, Object otherwise) {
    problems.add(new Problem(path, sentence, node.where()));
    return otherwise;
  }
}
