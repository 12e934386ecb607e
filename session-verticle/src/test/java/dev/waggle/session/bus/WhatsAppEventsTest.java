package dev.waggle.session.bus;

import static dev.waggle.session.support.Futures.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.Addresses;
import dev.waggle.contract.EventData.Message;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.WhatsAppEvent;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.support.FastSettings;
import dev.waggle.session.support.OwnedSession;
import dev.waggle.session.support.ScriptedPage;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a service that was written around whatsapp-web.js hears on the bus. */
class WhatsAppEventsTest {

  private static final String ANA = "5511999999999@c.us";
  private static final String BOB = "5511888888888@c.us";

  private final List<Heard> heard = new CopyOnWriteArrayList<>();

  @TempDir Path data;

  private OwnedSession session;

  /** One event as it came. */
  private record Heard(WhatsAppEvent event, JsonObject body) {}

  @BeforeEach
  void listen() {
    session = new OwnedSession(FastSettings.in(data));
    for (WhatsAppEvent event : WhatsAppEvent.values()) {
      await(
          session
              .vertx()
              .eventBus()
              .<JsonObject>consumer(
                  Addresses.whatsApp(event), message -> heard.add(new Heard(event, message.body())))
              .completion());
    }
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void shouldTellEachQr() {
    scanning();

    JsonObject qr = awaitEvent(WhatsAppEvent.QR);
    assertThat(qr.getString("qr")).isEqualTo("2@first,n,i,a,1");
    assertThat(qr.getInteger("attempt")).isEqualTo(1);
    assertThat(Instant.parse(qr.getString("expiresAt"))).isAfter(Instant.now());
  }

  @Test
  void shouldNameSessionGenerationAndTimeInEachEvent() {
    scanning();

    JsonObject qr = awaitEvent(WhatsAppEvent.QR);
    assertThat(qr.getString("session")).isEqualTo("sales");
    assertThat(qr.getLong("generation")).isEqualTo(1);
    assertThat(Instant.parse(qr.getString("timestamp"))).isBeforeOrEqualTo(Instant.now());
  }

  @Test
  void shouldTellThatThePhoneHasAcceptedAndThenThatItIsReady() {
    working();

    assertThat(awaitEvent(WhatsAppEvent.READY).getJsonObject("info"))
        .isEqualTo(
            new JsonObject()
                .put(
                    "wid",
                    new JsonObject()
                        .put("user", "5511999999999")
                        .put("server", "c.us")
                        .put("_serialized", ANA))
                .put("pushname", "Ana"));
    assertThat(kinds())
        .containsExactly(WhatsAppEvent.QR, WhatsAppEvent.AUTHENTICATED, WhatsAppEvent.READY);
  }

  @Test
  void shouldTellARestoredLinkAsAuthenticatedToo() throws IOException {
    session.linked().start();

    session.pages().take().becomeReady();

    awaitEvent(WhatsAppEvent.READY);
    assertThat(kinds()).containsExactly(WhatsAppEvent.AUTHENTICATED, WhatsAppEvent.READY);
  }

  @Test
  void shouldTellALinkThatWasNotCompletedAsAuthFailure() {
    ScriptedPage page = scanning();
    page.emit(new PageEvent.Scanned());
    session.events().awaitStatus(SessionStatus.AUTHENTICATED);

    page.emit(new PageEvent.QrShown("2@second,n,i,a,1"));

    assertThat(awaitEvent(WhatsAppEvent.AUTH_FAILURE).getString("message"))
        .contains("did not complete");
  }

  @Test
  void shouldTellThatNobodyScannedAsAuthFailure() {
    ScriptedPage page = scanning();

    for (int i = 2; i <= 4; i++) {
      page.emit(new PageEvent.QrShown("2@" + i + ",n,i,a,1"));
    }

    assertThat(awaitEvent(WhatsAppEvent.AUTH_FAILURE).getString("message")).contains("scanned");
    assertThat(kinds()).doesNotContain(WhatsAppEvent.DISCONNECTED);
  }

  @Test
  void shouldTellALogoutAsDisconnected() {
    working().emit(new PageEvent.LoggedOut("0"));

    JsonObject disconnected = awaitEvent(WhatsAppEvent.DISCONNECTED);
    assertThat(disconnected.getString("reason")).isEqualTo("LOGOUT");
    assertThat(disconnected.getString("message")).contains("unlinked");
  }

  @Test
  void shouldTellALostConnectionAndItsReturn() {
    ScriptedPage page = working();
    awaitEvent(WhatsAppEvent.READY);
    page.disconnectSilently();
    page.emit(new PageEvent.Disconnected());
    assertThat(awaitEvent(WhatsAppEvent.DISCONNECTED).getString("reason")).isEqualTo("TIMEOUT");

    page.becomeReady();

    Awaitility.await()
        .untilAsserted(
            () -> assertThat(kinds()).endsWith(WhatsAppEvent.DISCONNECTED, WhatsAppEvent.READY));
  }

  @Test
  void shouldTellWhatSomebodyWrites() {
    working().emit(new PageEvent.MessageAdded(message("false_" + BOB + "_AB12", BOB, ANA, false)));

    JsonObject message = awaitEvent(WhatsAppEvent.MESSAGE_CREATE).getJsonObject("message");
    assertThat(message.getString("body")).isEqualTo("Hello");
    assertThat(message.getString("from")).isEqualTo(BOB);
    assertThat(message.getString("to")).isEqualTo(ANA);
    assertThat(message.getBoolean("fromMe")).isFalse();
    assertThat(message.getLong("timestamp")).isEqualTo(1_767_225_600L);
    assertThat(message.getJsonObject("id"))
        .isEqualTo(
            new JsonObject()
                .put("fromMe", false)
                .put("remote", BOB)
                .put("id", "AB12")
                .put("_serialized", "false_" + BOB + "_AB12"));
  }

  @Test
  void shouldTellWhatWasSent() {
    working();
    session.events().awaitStatus(SessionStatus.WORKING);

    await(session.client().sendText(OwnedSession.NAME, BOB, "Hi"));

    JsonObject message = awaitEvent(WhatsAppEvent.MESSAGE_SENT).getJsonObject("message");
    assertThat(message.getString("body")).isEqualTo("Hi");
    assertThat(message.getBoolean("fromMe")).isTrue();
    assertThat(message.getString("to")).isEqualTo(BOB);
    assertThat(kinds()).doesNotContain(WhatsAppEvent.MESSAGE_CREATE);
  }

  @Test
  void shouldSayNothingAfterAnotherOwnerHasTakenOver() {
    ScriptedPage page = scanning();
    awaitEvent(WhatsAppEvent.QR);
    session.overtake();
    page.emit(new PageEvent.Scanned());
    await(session.verticle().whenOver());

    assertThat(kinds()).containsExactly(WhatsAppEvent.QR);
  }

  private ScriptedPage scanning() {
    ScriptedPage page = session.start().pages().take();
    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));
    awaitEvent(WhatsAppEvent.QR);
    return page;
  }

  private ScriptedPage working() {
    ScriptedPage page = scanning();
    page.emit(new PageEvent.Scanned());
    page.becomeReady();
    session.events().awaitStatus(SessionStatus.WORKING);
    return page;
  }

  private JsonObject awaitEvent(WhatsAppEvent kind) {
    Awaitility.await().untilAsserted(() -> assertThat(kinds()).contains(kind));
    return heard.stream().filter(each -> each.event() == kind).findFirst().orElseThrow().body();
  }

  private List<WhatsAppEvent> kinds() {
    return heard.stream().map(Heard::event).toList();
  }

  private static Message message(String id, String from, String to, boolean fromMe) {
    return new Message(
        id,
        BOB,
        from,
        to,
        fromMe,
        "chat",
        "Hello",
        false,
        null,
        null,
        1,
        Instant.parse("2026-01-01T00:00:00Z"));
  }
}
