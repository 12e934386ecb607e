package dev.waggle.chaos.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleanupTest {

  private final List<String> closed = new ArrayList<>();
  private final Cleanup cleanup = new Cleanup();

  @Test
  void shouldCloseTheLastFirstAndEachOnceWhateverOneOfThemDoes() {
    cleanup.add(() -> closed.add("folder"));
    cleanup.add(
        () -> {
          throw new IllegalStateException("a thing that does not close");
        });
    cleanup.add(() -> closed.add("processes"));

    cleanup.close();
    cleanup.close();

    assertThat(closed).containsExactly("processes", "folder");
  }

  @Test
  void shouldCloseAtOnceWhatIsBegunAfterTheEnd() {
    cleanup.close();

    cleanup.add(() -> closed.add("late"));

    assertThat(closed).containsExactly("late");
  }
}
