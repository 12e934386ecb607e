package dev.waggle.it.dialects;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import dev.waggle.chaos.process.WaggleJvm;
import dev.waggle.chaos.standin.Phone;
import dev.waggle.it.support.ClusterJvms;
import dev.waggle.it.support.DocumentScript;
import dev.waggle.it.support.OnSharedCluster;
import dev.waggle.it.support.SnippetPage;
import dev.waggle.it.support.WebBrowser;
import dev.waggle.it.support.ZBar;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The complete example flow of the QR Code Usage Guide, on one device from start to removal. */
@OnSharedCluster
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DevicesGuideTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String DATA_URL = "data:image/png;base64,";
  private static final String IN_THE_PAGE =
      """
      <div id="qrSection" style="display:none"><img id="qrImage" alt="WhatsApp QR Code"></div>
      <div id="successMessage" style="display:none">Successfully connected to WhatsApp!</div>
      """;

  @TempDir static Path folder;
  private static ClusterJvms cluster;
  private static DocumentScript script;
  private static Phone phone;
  private static WebBrowser browser;
  private static Page page;

  @BeforeAll
  static void readTheDocument(ClusterJvms shared) {
    cluster = shared;
    script =
        DocumentScript.read(
            "devices.sh", folder, cluster.first().url(), "X-Api-Key: " + WaggleJvm.KEY);
    phone = cluster.standIn().phone("Customer");
    browser = new WebBrowser();
  }

  @AfterAll
  static void leaveNothing() {
    browser.close();
    script.run("remove");
  }

  @Test
  @Order(1)
  void shouldAnswerAStartAtOnce() {
    JsonObject answer = script.json("start");

    assertThat(answer.getString("status")).isEqualTo("starting");
    assertThat(answer.getString("device")).isEqualTo("customer1");
    // On a busy machine the second question may come long after the answer.
    assertThat(status()).isIn("starting", "connecting", "waiting_for_scan");
  }

  @Test
  @Order(2)
  void shouldShowTheQrAsADataUrl() throws Exception {
    await().atMost(SOON).until(() -> status().equals("waiting_for_scan"));

    JsonObject device = script.json("status");
    assertThat(device.getString("qrCode")).startsWith(DATA_URL);
    byte[] png =
        Base64.getDecoder().decode(device.getString("qrCode").substring(DATA_URL.length()));
    assertThat(ZBar.read(png)).startsWith("2@");
    assertThat(lastUpdate(device)).isBefore(Instant.now());
  }

  @Test
  @Order(3)
  void shouldShowTheQrInAPageThatPolls() {
    page =
        browser.openText(
            cluster.second().url(),
            SnippetPage.html(
                "devices.js", WaggleJvm.KEY, IN_THE_PAGE, "", "pollDeviceStatus('customer1');"));

    assertThat(page.locator("#qrImage")).isVisible();
    assertThat(page.locator("#qrImage")).hasJSProperty("naturalWidth", 400);
  }

  @Test
  @Order(4)
  void shouldGiveThePictureToAShellThatExtractsIt() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/jq")), "jq is not installed");

    script.run("extract");

    assertThat(ZBar.read(Files.readAllBytes(folder.resolve("qrcode.png")))).startsWith("2@");
  }

  @Test
  @Order(4)
  void shouldRefuseToSendBeforeTheDeviceIsConnected() {
    JsonObject refusal = script.json("send");

    assertThat(refusal.getBoolean("success")).isFalse();
    assertThat(refusal.getString("message")).isNotEmpty();
    assertThat(refusal.getInteger("status")).isEqualTo(409);
  }

  @Test
  @Order(5)
  void shouldSayConnectedWithoutAQrOnceThePhoneHasScannedThePage() {
    Instant shown = lastUpdate(script.json("status"));
    // A person tries again when the picture has just been replaced.
    await()
        .atMost(SOON)
        .pollInSameThread()
        .until(() -> phone.scan(screenshotOfTheQr()).status() == 200);

    await().atMost(SOON).until(() -> status().equals("connected"));
    JsonObject device = script.json("status");
    assertThat(lastUpdate(device)).isAfter(shown);
    assertThat(device.containsKey("qrCode")).isTrue();
    assertThat(device.getValue("qrCode")).isNull();
    assertThat(page.locator("#successMessage")).isVisible();
    assertThat(page.locator("#qrSection")).isHidden();
  }

  @Test
  @Order(6)
  void shouldLeaveAConnectedDeviceAloneWhenItIsStartedAgain() {
    assertThat(script.json("start").getString("status")).isEqualTo("connected");
    assertThat(phone.devices()).hasSize(1);
  }

  @Test
  @Order(7)
  void shouldSendTheTestMessage() {
    Phone to = Phone.create(cluster.standIn().url(), "1234567890", "Test");

    JsonObject answer = script.json("send");

    assertThat(answer.getBoolean("success")).isTrue();
    assertThat(answer.getString("status")).isEqualTo("sent");
    assertThat(answer.getString("device")).isEqualTo("customer1");
    assertThat(answer.getString("messageId")).isNotEmpty();
    assertThat(answer.getString("to")).isEqualTo(to.id());
    assertThat(Instant.parse(answer.getString("timestamp"))).isAfter(Instant.EPOCH);
    await().atMost(SOON).until(() -> to.texts().contains("Hello from WhatsApp API!"));
  }

  @Test
  @Order(8)
  void shouldListTheDeviceByItsId() {
    JsonObject device = script.json("all").getJsonObject("customer1");

    assertThat(device.getString("status")).isEqualTo("connected");
    assertThat(device.fieldNames()).containsExactly("status", "qrCode", "lastUpdate");
  }

  @Test
  @Order(9)
  void shouldRemoveTheDevice() throws IOException {
    JsonObject removed = script.json("remove");

    assertThat(removed.getString("status")).isEqualTo("removed");
    assertThat(removed.getString("device")).isEqualTo("customer1");
    assertThat(removed.getString("message")).contains("customer1");
    JsonObject unknown = script.json("status");
    assertThat(unknown.getString("code")).isEqualTo("session-not-found");
    assertThat(unknown.getInteger("status")).isEqualTo(404);
    assertThat(cluster.folder().resolve("data/profiles/customer1")).doesNotExist();
  }

  @Test
  @Order(10)
  void shouldShowAFreshQrWhenARemovedDeviceIsStartedAgain() {
    script.json("start");

    await().atMost(SOON).until(() -> status().equals("waiting_for_scan"));
  }

  private static byte[] screenshotOfTheQr() {
    return page.locator("#qrImage").screenshot();
  }

  private static Instant lastUpdate(JsonObject device) {
    return Instant.parse(device.getString("lastUpdate"));
  }

  private static String status() {
    return script.json("status").getString("status");
  }
}
