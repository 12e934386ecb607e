package dev.waggle.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCacheTest {

  /** More than any process number that Linux gives. */
  private static final long NOBODY = 4_194_305;

  private static final long PARENT = ProcessHandle.current().parent().orElseThrow().pid();
  private static final long SELF = ProcessHandle.current().pid();

  @TempDir private Path data;
  private Path tmp;

  @BeforeEach
  void findFolder() {
    tmp = data.resolve("tmp");
  }

  private Path leave(String name) throws IOException {
    Path folder = Files.createDirectories(tmp.resolve(name).resolve("inside"));
    Files.writeString(folder.resolve("file"), "x");
    return tmp.resolve(name);
  }

  @Test
  void shouldNameTheFolderAfterTheProcess() {
    assertThat(FileCache.prepare(data)).isEqualTo(tmp.resolve("vertx-" + SELF).toString());
  }

  @Test
  void shouldRemoveWhatADeadProcessLeft() throws IOException {
    Path left = leave("vertx-" + NOBODY + "-abc");

    FileCache.prepare(data);

    assertThat(left).doesNotExist();
  }

  @Test
  void shouldRemoveWhatAnEarlierProcessOfOurNumberLeft() throws IOException {
    Path left = leave("vertx-" + SELF + "-abc");

    FileCache.prepare(data);

    assertThat(left).doesNotExist();
  }

  @Test
  void shouldKeepWhatBelongsToOthers() throws IOException {
    Path alive = leave("vertx-" + PARENT + "-abc");
    Path unknown = leave("something-else");

    FileCache.prepare(data);

    assertThat(alive).exists();
    assertThat(unknown).exists();
  }

  @Test
  void shouldMakeADataFolderForItsOwnerAlone() throws IOException {
    Path fresh = data.resolve("fresh");

    FileCache.prepare(fresh);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
        .isEqualTo("rwx------");
  }

  @Test
  void shouldSayThatTheDataFolderCannotBeUsed() throws IOException {
    Path file = Files.writeString(data.resolve("file"), "x");

    assertThatThrownBy(() -> FileCache.prepare(file))
        .isInstanceOf(StartException.class)
        .hasMessageContaining(file.toString());
  }
}
