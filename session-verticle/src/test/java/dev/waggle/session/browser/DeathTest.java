package dev.waggle.session.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.page.PageEvent.Cause;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeathTest extends BrowserTest {

  @Test
  void shouldTellOnceThatTheBrowserWasKilled() {
    OpenPage opened = openWithQr();

    opened.browser().destroyForcibly();

    assertThat(opened.first(PageEvent.Closed.class).cause()).isEqualTo(Cause.BROWSER);
    shouldLeaveNothing(opened);
  }

  @Test
  void shouldTellOnceThatTheRendererWasKilled() {
    OpenPage opened = openWithQr();

    opened.process("renderer").destroyForcibly();

    assertThat(opened.first(PageEvent.Closed.class).cause()).isEqualTo(Cause.RENDERER);
    shouldLeaveNothing(opened);
  }

  @Test
  void shouldTellEveryPageThatTheDriverWasKilledAndGoOnWithAnother() {
    OpenPage first = openWithQr();
    OpenPage second = openWithQr();

    first.driver().destroyForcibly();

    assertThat(first.first(PageEvent.Closed.class).cause()).isEqualTo(Cause.DRIVER);
    assertThat(second.first(PageEvent.Closed.class).cause()).isEqualTo(Cause.DRIVER);
    shouldLeaveNothing(first);
    shouldLeaveNothing(second);
    openWithQr().close();
  }

  @Test
  void shouldReplaceADriverThatDiedWhenNoPageWasOpen() throws Exception {
    OpenPage before = openWithQr();
    ProcessHandle driver = before.driver();
    before.close();
    driver.destroyForcibly();
    driver.onExit().get(OpenPage.PATIENCE.toSeconds(), TimeUnit.SECONDS);

    OpenPage opened = openWithQr();

    assertThat(opened.driver().pid()).isNotEqualTo(driver.pid());
    opened.close();
  }

  @Test
  void shouldOpenAProfileOnWhichAForgottenChromiumStillRuns() {
    OpenPage before = openLinked("5511930000001");
    before.driver().destroyForcibly();

    OpenPage after = open(before.profile());

    after.first(PageEvent.Ready.class);
    after.close();
  }

  @Test
  void shouldCloseABrowserThatDoesNotAnswer() throws Exception {
    OpenPage opened = openWithQr();
    Signal.send("STOP", opened.browser());

    opened.close();

    assertThat(opened.processes()).isEmpty();
  }

  @Test
  void shouldAnswerForAPageWhoseNeighbourHangsHoweverMuchThatOneIsAsked() {
    String number = "5511930000002";
    OpenPage hung = openLinked(number);
    OpenPage neighbour = openWithQr();
    standIn.fault("hangPage", new JsonObject().put("number", number).put("count", 1));
    await().atMost(OpenPage.PATIENCE).until(() -> codeOf(hung.page().probe()) == ErrorCode.TIMEOUT);

    for (int i = 0; i < 40; i++) {
      hung.page().probe();
    }

    assertThat(OpenPage.result(neighbour.page().probe()).mode()).isEqualTo("QR");
    hung.close();
    neighbour.close();
  }

  @Test
  void shouldLeaveNoProcessAndNoFileWhenTheJvmIsKilled() throws Exception {
    Path profile = newProfile();
    Path temporary = Files.createDirectories(folder.resolve("temporary"));
    Process node = NodeProcess.start(standIn.url(), folder, profile, temporary);
    ProfileProcesses browser = new ProfileProcesses(profile);
    assertThat(browser.running()).isNotEmpty();

    node.destroyForcibly();

    await().atMost(OpenPage.PATIENCE).until(() -> browser.running().isEmpty());
    await().atMost(OpenPage.PATIENCE).untilAsserted(() -> assertThat(temporary).isEmptyDirectory());
  }

  /** Null when it has not failed. */
  private static ErrorCode codeOf(Future<?> future) {
    try {
      OpenPage.result(future);
      return null;
    } catch (WaggleException refused) {
      return refused.code();
    }
  }

  private static void shouldLeaveNothing(OpenPage opened) {
    await().atMost(OpenPage.PATIENCE).until(() -> opened.processes().isEmpty());
    OpenPage.result(opened.page().close());
    assertThat(opened.all(PageEvent.Closed.class)).hasSize(1);
  }
}
