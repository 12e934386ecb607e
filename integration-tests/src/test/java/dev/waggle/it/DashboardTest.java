package dev.waggle.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.waggle.chaos.process.WaggleJvm;
import dev.waggle.chaos.standin.Phone;
import dev.waggle.it.support.WebBrowser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway's dashboard on a real node, used as a person uses it: by eye and hand. */
class DashboardTest {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 760;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static SingleNode waggle;
  private static WebBrowser browser;
  private static Page page;

  @BeforeAll
  static void open() {
    browser = new WebBrowser();
    waggle = SingleNode.start(folder);
    page = browser.open(waggle.node().url(), WIDTH, HEIGHT);
  }

  @AfterAll
  static void close() {
    browser.close();
    waggle.close();
  }

  @Test
  void shouldTakeAPersonFromTheKeyToAnAnswer() {
    Phone ana = waggle.standIn().phone("Ana");
    Phone bruno = waggle.standIn().phone("Bruno");

    enterKey();
    startSession("sales");
    ana.scan(screenshotOfTheQr()).ok();
    assertThat(page.locator("#status")).hasText("Working");
    assertThat(page.locator("#account")).hasText("Ana · 55*********" + lastDigits(ana));
    press("Show numbers");
    assertThat(page.locator("#account")).hasText("Ana · " + ana.number());

    send(bruno, "Your order is ready");
    await().atMost(PATIENCE).until(bruno::texts, List.of("Your order is ready")::equals);
    bruno.read();
    assertThat(sent().locator(".text")).hasText("Your order is ready");
    assertThat(sent().locator(".tick")).hasAttribute("title", "read");

    bruno.write(ana.number(), "On my way");
    assertThat(received().locator(".text")).hasText("On my way");
    assertThat(received().locator(".who")).hasText(bruno.number());

    keep("dashboard.png");
    visit("Nodes");
    assertThat(page.locator("#nodes li")).containsText("1 running");
    assertThat(page.locator("#nodes .carries")).hasText("sales");
    keep("dashboard-nodes.png");
    assertThat(browser.complaints()).allMatch(DashboardTest::isThatNoQrIsThereYet);
  }

  private static void enterKey() {
    page.fill("#key", WaggleJvm.KEY);
    page.click("#gate button");
    assertThat(page.locator("#live-text")).hasText("Live");
  }

  private static void press(String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
  }

  private static void visit(String view) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(view).setExact(true)).click();
  }

  private static String lastDigits(Phone phone) {
    return phone.number().substring(phone.number().length() - 2);
  }

  private static void startSession(String name) {
    page.fill("#name", name);
    page.click("#create-form button");
  }

  /** What a camera sees: the picture as it is painted, not the file behind it. */
  private static byte[] screenshotOfTheQr() {
    assertThat(page.locator("#attempt")).hasText("QR 1 of 5");
    keep("dashboard-qr.png");
    return page.locator("#qr").screenshot();
  }

  private static void send(Phone to, String text) {
    page.fill("#chat", to.number());
    page.fill("#text", text);
    page.click("#send-form button");
    assertThat(page.locator("#sent")).containsText("Sent");
  }

  private static Locator sent() {
    return page.locator(".bubble.out");
  }

  private static Locator received() {
    return page.locator(".bubble.in");
  }

  private static void keep(String file) {
    page.screenshot(
        new ScreenshotOptions().setFullPage(true).setPath(Path.of("target").resolve(file)));
  }

  /** A browser logs each answer that is an error, also one that the page expects. */
  private static boolean isThatNoQrIsThereYet(String complaint) {
    return complaint.contains("409");
  }
}
