package dev.waggle.settings;

import dev.waggle.settings.SettingNode.Scalar;
import dev.waggle.settings.SettingNode.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a tree of records of settings. Later layers win: the record's defaults, a YAML file, the
 * environment ({@code WAGGLE_} and the key's path in upper case, with {@code _} for every dot and
 * dash), options of the command line. Keys are the components' names in kebab case. Not for sharing
 * between threads.
 */
public final class SettingsReader {

  private final Map<String, String> environment;
  private final Map<String, Scalar> options = new LinkedHashMap<>();
  private final Map<String, String> otherNames = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private Path file;
  private Section tree = Section.empty();

  /** A reader that takes variables from {@code environment}, usually {@code System.getenv()}. */
  public SettingsReader(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Reads this YAML file; one that cannot be read is a problem like any other. */
  public SettingsReader file(Path file) {
    this.file = file;
    try {
      return yaml(Files.readString(file), file.toString());
    } catch (NoSuchFileException e) {
      problems.add(new Problem("", "there is no such file.", file.toString()));
    } catch (IOException e) {
      problems.add(new Problem("", "cannot be read as UTF-8 text.", file.toString()));
    }
    return this;
  }

  /** Reads this YAML text, which messages will call {@code name}. */
  public SettingsReader yaml(String text, String name) {
    try {
      tree = YamlTree.parse(text, name);
    } catch (InvalidSettingsException e) {
      problems.addAll(e.problems());
    }
    return this;
  }

  /**
   * Sets one key.
   *
   * @param path dotted, as in {@code gateway.port}
   * @param optionName how messages call the place it came from, for example {@code --port}
   */
  public SettingsReader option(String path, String value, String optionName) {
    options.put(path, new Scalar(value, optionName));
    return this;
  }

  /** Also takes a key from a variable of another name, where its own variable is not set. */
  public SettingsReader alsoKnownAs(String path, String variable) {
    otherNames.put(path, variable);
    return this;
  }

  /**
   * The settings.
   *
   * @throws InvalidSettingsException with everything that is wrong in any layer
   */
  public <R extends Record> R read(R defaults) {
    List<SettingKey> keys = SettingKey.of(defaults);
    if (file != null) {
      problems.addAll(SecretsInFile.find(file, tree, keys));
    }
    keys.forEach(this::override);
    options.forEach(tree::put);
    RecordBinder binder = new RecordBinder(keys, new Placeholders(environment));
    R settings = binder.bind(defaults, tree, "");
    problems.addAll(binder.problems());
    if (!problems.isEmpty()) {
      throw new InvalidSettingsException(problems);
    }
    return settings;
  }

  private void override(SettingKey key) {
    override(key, otherNames.getOrDefault(key.path(), ""));
    override(key, key.environmentVariable());
  }

  private void override(SettingKey key, String variable) {
    String value = environment.getOrDefault(variable, "");
    if (!value.isEmpty()) {
      tree.put(key.path(), new Scalar(value, variable));
    }
  }
}
