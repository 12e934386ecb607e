package dev.waggle.it.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of one section of the README, for bash to run as they stand. Only what the first
 * block assigns is replaced by what is true here; it goes before each of the others, as if all were
 * typed into one terminal.
 */
public final class ReadmeWalk {

  private static final Path README = Path.of("..", "README.md");
  private static final Pattern BLOCK = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);

  private final Path folder;
  private final String setUp;
  private final List<String> blocks;

  private ReadmeWalk(Path folder, String setUp, List<String> blocks) {
    this.folder = folder;
    this.setUp = setUp;
    this.blocks = blocks;
  }

  /**
   * Reads the section under a heading.
   *
   * @param folder where its commands run
   * @param values what the first block's variables are here
   */
  public static ReadmeWalk read(String heading, Path folder, Map<String, String> values)
      throws IOException {
    String[] parts = Files.readString(README).split("(?m)^## " + Pattern.quote(heading) + "$", -1);
    String section = parts[1].split("(?m)^## ", -1)[0];
    List<String> blocks = BLOCK.matcher(section).results().map(match -> match.group(1)).toList();
    String setUp = blocks.get(0);
    for (Map.Entry<String, String> value : values.entrySet()) {
      setUp = assign(setUp, value.getKey(), value.getValue());
    }
    return new ReadmeWalk(folder, setUp, blocks.subList(1, blocks.size()));
  }

  private static String assign(String block, String name, String value) {
    Matcher assignment = Pattern.compile("(?m)^" + name + "=\\S+").matcher(block);
    if (assignment.results().map(MatchResult::group).count() != 1) {
      throw new AssertionError("the first block does not assign " + name + " once:\n" + block);
    }
    return assignment.reset().replaceFirst(Matcher.quoteReplacement(name + "=" + value));
  }

  /** The commands after those of the first block, block by block. */
  public List<String> blocks() {
    return blocks;
  }

  /**
   * Runs the only block with such a command.
   *
   * @return what it printed
   * @throws AssertionError when any of its commands fails
   */
  public String run(String command) {
    List<String> found = blocks.stream().filter(block -> block.contains(command)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " blocks with " + command);
    }
    return Bash.run(folder, setUp + found.get(0), Map.of());
  }
}
