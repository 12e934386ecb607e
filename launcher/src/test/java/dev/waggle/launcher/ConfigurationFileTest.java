package dev.waggle.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.settings.SettingKey;
import dev.waggle.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationFileTest {

  private static final Path CONF = Path.of("..", "conf");
  private static final Pattern KEY =
      Pattern.compile("(?<indent> *)(?<key>[\\w.-]+):(?<value>( .+)?)");

  @Test
  void shouldHoldEveryKeyThatThereIs() throws IOException {
    List<String> keys =
        SettingKey.of(WaggleSettings.DEFAULT).stream().map(SettingKey::path).toList();

    assertThat(new TreeSet<>(commentsByKey("waggle.yaml").keySet())).containsAll(keys);
  }

  @Test
  void shouldHoldEveryDefault() {
    WaggleSettings read =
        new SettingsReader(Map.of()).file(CONF.resolve("waggle.yaml")).read(WaggleSettings.DEFAULT);

    // "./data" and "data" are the same folder.
    assertThat(SettingKey.of(read).stream().map(ConfigurationFileTest::normalized))
        .isEqualTo(SettingKey.of(WaggleSettings.DEFAULT));
  }

  @Test
  void shouldWriteEveryDefaultOut() throws IOException {
    // Against a file that only seems to hold the defaults because its values are missing.
    List<String> silent =
        Files.readAllLines(CONF.resolve("waggle.yaml")).stream()
            .filter(line -> line.matches("\\s+[a-z-]+: *"))
            .map(String::strip)
            .toList();

    assertThat(silent).containsExactlyInAnyOrderElementsOf(innerGroups());
  }

  /** Groups of keys inside groups, as they stand in the file: {@code sockets:}. */
  private static List<String> innerGroups() {
    return SettingKey.of(WaggleSettings.DEFAULT).stream()
        .map(key -> key.path().substring(0, Math.max(0, key.path().lastIndexOf('.'))))
        .filter(group -> group.contains("."))
        .distinct()
        .map(group -> group.substring(group.lastIndexOf('.') + 1) + ":")
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"waggle.yaml", "hazelcast.yaml"})
  void shouldExplainEveryKey(String file) throws IOException {
    assertThat(commentsByKey(file)).allSatisfy((key, comment) -> assertThat(comment).isTrue());
  }

  private static SettingKey normalized(SettingKey key) {
    return key.defaultValue() instanceof Path path
        ? new SettingKey(key.path(), key.type(), path.normalize())
        : key;
  }

  /** For each key with a value: whether it, or the group that it stands in, has a comment above. */
  private static Map<String, Boolean> commentsByKey(String file) throws IOException {
    Map<String, Boolean> found = new HashMap<>();
    Deque<Group> groups = new ArrayDeque<>();
    boolean commented = false;
    for (String line : Files.readAllLines(CONF.resolve(file))) {
      Matcher key = KEY.matcher(line);
      if (key.matches()) {
        int indent = key.group("indent").length();
        groups.removeIf(group -> group.indent() >= indent);
        String path = groups.isEmpty() ? "" : groups.peek().path() + ".";
        boolean explained = commented || (!groups.isEmpty() && groups.peek().commented());
        if (key.group("value").isEmpty()) {
          groups.push(new Group(indent, path + key.group("key"), commented));
        } else {
          found.put(path + key.group("key"), explained);
        }
      }
      commented = line.strip().startsWith("#");
    }
    return found;
  }

  private record Group(int indent, String path, boolean commented) {}
}
