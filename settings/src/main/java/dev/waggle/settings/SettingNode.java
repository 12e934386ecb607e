package dev.waggle.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was written for a key, with the place where it was written, before it has a type. */
sealed interface SettingNode {

  /** For example {@code waggle.yaml, line 7}. */
  String where();

  /** One value; null text means that the key was named and nothing was said. */
  record Scalar(String text, String where) implements SettingNode {}

  /** A list of values. */
  record Items(List<Scalar> scalars, String where) implements SettingNode {

    public Items {
      scalars = List.copyOf(scalars);
    }
  }

  /** Keys and what stands under them. Grows while layers are put over each other. */
  record Section(Map<String, SettingNode> entries, String where) implements SettingNode {

    static Section empty() {
      return new Section(new LinkedHashMap<>(), "");
    }

    /** The value under a dotted path. */
    Optional<Scalar> at(String path) {
      int dot = path.indexOf('.');
      SettingNode node = entries.get(dot < 0 ? path : path.substring(0, dot));
      if (dot < 0) {
        return node instanceof Scalar scalar ? Optional.of(scalar) : Optional.empty();
      }
      return node instanceof Section section
          ? section.at(path.substring(dot + 1))
          : Optional.empty();
    }

    /** Puts a value under a dotted path, in place of whatever stood there. */
    void put(String path, Scalar value) {
      int dot = path.indexOf('.');
      if (dot < 0) {
        entries.put(path, value);
      } else {
        subsection(path.substring(0, dot)).put(path.substring(dot + 1), value);
      }
    }

    private Section subsection(String key) {
      if (!(entries.get(key) instanceof Section)) {
        entries.put(key, empty());
      }
      return (Section) entries.get(key);
    }
  }
}
