package dev.waggle.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waggle.chaos.client.Json;
import dev.waggle.chaos.client.SessionApi;
import dev.waggle.chaos.process.WaggleJvm;
import dev.waggle.chaos.standin.Phone;
import dev.waggle.it.support.Viewer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessagingTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static SingleNode waggle;
  private static SessionApi api;
  private static Viewer viewer;
  private static Phone shop;

  @BeforeAll
  static void link() throws Exception {
    waggle = SingleNode.start(folder);
    api = waggle.api();
    shop = waggle.standIn().phone("Shop");
    api.link("shop", shop);
    viewer = Viewer.watch(waggle.node().url(), WaggleJvm.KEY, "waggle.session.shop.events");
  }

  @AfterAll
  static void stop() {
    waggle.close();
    viewer.close();
  }

  @Test
  void shouldDeliverTextAndReportEveryAck() {
    Phone customer = waggle.standIn().phone("Ana");

    JsonObject sent = api.sendText("shop", customer.number(), "Your order is ready").ok().json();

    assertThat(sent.getInteger("ack")).isGreaterThanOrEqualTo(1);
    await().atMost(SOON).until(customer::texts, List.of("Your order is ready")::equals);
    customer.read();
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(acksOf(sent.getString("id"))).contains(2, 3));
  }

  @Test
  void shouldTakeEveryWayToWriteANumber() {
    Phone customer = waggle.standIn().phone("Bia");

    api.sendText("shop", customer.number(), "1").ok();
    api.sendText("shop", "+" + customer.number(), "2").ok();
    api.sendText("shop", customer.id(), "3").ok();
    api.sendText("shop", customer.number() + "@s.whatsapp.net", "4").ok();

    await().atMost(SOON).until(customer::texts, List.of("1", "2", "3", "4")::equals);
  }

  @Test
  void shouldSendOnceWhenTheCallerRepeatsItsMessageId() {
    Phone customer = waggle.standIn().phone("Caio");
    JsonObject message =
        new JsonObject()
            .put("session", "shop")
            .put("chatId", customer.number())
            .put("text", "once")
            .put("messageId", "3EB0ABCDEF0123456789AB");

    String first = api.http().post("/api/sendText", message).ok().json().getString("id");
    String second = api.http().post("/api/sendText", message).ok().json().getString("id");

    assertThat(second).isEqualTo(first);
    await().atMost(SOON).until(customer::texts, List.of("once")::equals);
    assertThat(waggle.standIn().books().getInteger("sentTwice")).isZero();
  }

  @Test
  void shouldSendImages() {
    Phone customer = waggle.standIn().phone("Davi");
    api.createAndStart("picture");
    byte[] picture = api.awaitQrPng("picture");

    send("/api/sendImage", customer, "image/png", "logo.png", picture, "our logo").ok();

    JsonObject received = onlyMessage(customer);
    assertThat(received.getString("type")).isEqualTo("image");
    assertThat(received.getString("caption")).isEqualTo("our logo");
    assertThat(bytesOf(received)).isNotEmpty();
  }

  @Test
  void shouldSendDocumentsAsTheyAre() {
    Phone customer = waggle.standIn().phone("Eva");
    byte[] bytes = "invoice 42\n".repeat(1000).getBytes(StandardCharsets.UTF_8);

    send("/api/sendFile", customer, "text/plain", "invoice.txt", bytes, "Invoice").ok();

    JsonObject received = onlyMessage(customer);
    assertThat(received.getString("type")).isEqualTo("document");
    assertThat(received.getString("filename")).isEqualTo("invoice.txt");
    assertThat(bytesOf(received)).isEqualTo(bytes);
  }

  @Test
  void shouldTellViewersOfWhatOthersWrite() {
    Phone customer = waggle.standIn().phone("Flor");

    customer.write(shop.number(), "is it open today?");

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(viewer.events("message"))
                    .map(event -> event.getJsonObject("data"))
                    .filteredOn(data -> customer.id().equals(data.getString("from")))
                    .map(data -> data.getString("body"))
                    .containsExactly("is it open today?"));
  }

  @Test
  void shouldSayWhetherANumberIsOnWhatsApp() {
    Phone customer = waggle.standIn().phone("Gil");

    JsonObject known = exists(customer.number());
    JsonObject unknown = exists("5511900000000");

    assertThat(known.getString("chatId")).isEqualTo(customer.id());
    assertThat(known.getBoolean("numberExists")).isTrue();
    assertThat(unknown.getBoolean("numberExists")).isFalse();
  }

  @Test
  void shouldRefuseToWriteToANumberThatIsNotOnWhatsApp() {
    Json.Answer answer = api.sendText("shop", "5511900000001", "hello?");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().getString("code")).isEqualTo("not-on-whatsapp");
    assertThat(answer.text()).doesNotContain("5511900000001");
  }

  @Test
  void shouldLetTwoSessionsWriteToEachOther() {
    Phone other = waggle.standIn().phone("Other shop");
    api.link("other-shop", other);

    api.sendText("other-shop", shop.id(), "from shop to shop").ok();

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(viewer.events("message"))
                    .extracting(event -> event.getJsonObject("data").getString("body"))
                    .contains("from shop to shop"));
  }

  private static JsonObject exists(String number) {
    return api.http().get("/api/contacts/check-exists?session=shop&phone=" + number).ok().json();
  }

  private static List<Integer> acksOf(String id) {
    return viewer.events("message.ack").stream()
        .map(event -> event.getJsonObject("data"))
        .filter(data -> id.equals(data.getString("id")))
        .map(data -> data.getInteger("ack"))
        .toList();
  }

  private static JsonObject onlyMessage(Phone phone) {
    await().atMost(SOON).until(() -> phone.messages().size() == 1);
    return phone.messages().get(0);
  }

  private static byte[] bytesOf(JsonObject message) {
    Json standIn = new Json(waggle.standIn().url(), java.util.Map.of());
    return standIn.get(message.getString("directPath")).ok().body();
  }

  private static Json.Answer send(
      String path, Phone to, String mimetype, String filename, byte[] bytes, String caption) {
    JsonObject file =
        new JsonObject()
            .put("mimetype", mimetype)
            .put("filename", filename)
            .put("data", Base64.getEncoder().encodeToString(bytes));
    JsonObject body =
        new JsonObject()
            .put("session", "shop")
            .put("chatId", to.number())
            .put("file", file)
            .put("caption", caption);
    return api.http().post(path, body);
  }
}
