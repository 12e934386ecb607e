package dev.waggle.simulator.page;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityPageTest extends PageTest {

  @Test
  void shouldKeepASigningKeyThatNobodyCanExport() {
    DrivenPage page = openLinked();

    Object extractable =
        page.page()
            .evaluate(
                "() => new Promise(resolve => { indexedDB.open('wawc_db_enc').onsuccess = opened => {"
                    + " const keys = opened.target.result.transaction('keys').objectStore('keys');"
                    + " keys.get('signing').onsuccess = got =>"
                    + " resolve(got.target.result.privateKey.extractable); }; })");

    assertThat(extractable).isEqualTo(false);
  }

  @Test
  void shouldComeBackAfterAKillOnceChromiumHasWrittenItsLocalStorage() {
    DrivenPage page = openLinked();
    await().atMost(20, SECONDS).until(() -> isOnDisk("last-wid-md"));

    page.kill();
    close(page);
    DrivenPage back = open();

    back.awaitState("CONNECTED MAIN NORMAL");
    assertThat(standIn.books().getInteger("scans")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Local Storage", "IndexedDB"})
  void shouldNotBeADeviceAnyMoreWhenPartOfItsIdentityIsGone(String folder) throws IOException {
    close(openLinked());
    delete(profile.resolve("Default").resolve(folder));

    DrivenPage back = open();

    back.page().waitForURL("**/?post_logout=1*");
    assertThat(back.qr()).startsWith("2@");
  }

  private boolean isOnDisk(String key) {
    Path folder = profile.resolve("Default/Local Storage/leveldb");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".log"))
          .anyMatch(file -> contains(file, key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean contains(Path file, String key) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }
}
