package dev.waggle.settings;

import dev.waggle.settings.SettingNode.Section;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Secrets that stand in a file which others may read. A file without any may be everybody's, and so
 * may one that takes its secrets from the environment.
 */
final class SecretsInFile {

  private static final Set<String> NAMES = Set.of("api-key", "key", "password", "secret", "token");

  /** As JDBC addresses may carry it. */
  private static final Pattern PASSWORD_INSIDE = Pattern.compile("(?i).*[?&;]password=.+");

  private SecretsInFile() {}

  /** One problem for each. */
  static List<Problem> find(Path file, Section tree, List<SettingKey> keys) {
    return FilePrivacy.isOpenToOthers(file)
        ? keys.stream().flatMap(key -> written(tree, key)).map(key -> problem(file, key)).toList()
        : List.of();
  }

  private static Stream<Written> written(Section tree, SettingKey key) {
    return Stream.of(tree.at(key.path()))
        .flatMap(Optional::stream)
        .filter(value -> value.text() != null && isSecret(key, value.text()))
        .map(value -> new Written(key.path(), value.where()));
  }

  private static boolean isSecret(SettingKey key, String text) {
    String name = key.path().substring(key.path().lastIndexOf('.') + 1);
    boolean named = key.isText() && NAMES.contains(name);
    return (named && !text.isBlank() && !text.startsWith("${"))
        || PASSWORD_INSIDE.matcher(text).matches();
  }

  private static Problem problem(Path file, Written key) {
    return new Problem(
        key.path(),
        "is a secret that others of this machine can read; "
            + FilePrivacy.remedy(file)
            + ", or give it in the environment.",
        key.where());
  }

  private record Written(String path, String where) {}
}
