package dev.waggle.session.browser;

import static dev.waggle.session.support.Futures.await;
import static dev.waggle.session.support.Futures.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.EventData.Message;
import dev.waggle.contract.EventData.MessageAck;
import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.MessageSent;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionClient;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.health.Instruments;
import dev.waggle.session.node.SessionNodeVerticle;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.settings.SessionNodeSettings;
import dev.waggle.session.settings.SnapshotSettings;
import dev.waggle.session.settings.WhatsAppSettings;
import dev.waggle.session.support.EventLog;
import dev.waggle.session.support.FastSettings;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A whole session node in real Chromium on the stand-in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionOnChromiumTest {

  private static final String FRIEND = "5511930000099";

  @TempDir static Path data;

  private final Vertx vertx = Vertx.vertx();
  private final SessionClient client = new SessionClient(vertx);
  private StandIn standIn;
  private String deployment;
  private SessionName session;
  private EventLog events;
  private int count;

  @BeforeAll
  void startNode() {
    standIn = new StandIn();
    standIn.phone(FRIEND);
    SessionNodeVerticle node =
        new SessionNodeVerticle(
            settings(), same -> new ChromiumPages(same, settings()), Instruments.unread());
    deployment = await(vertx.deployVerticle(node));
  }

  @AfterAll
  void stopNode() {
    await(vertx.undeploy(deployment));
    await(vertx.close());
    standIn.close();
  }

  @BeforeEach
  void createSession() {
    count++;
    session = new SessionName("session-" + count);
    events = new EventLog();
    await(client.subscribe(session, events::add));
  }

  @Test
  void shouldLinkByThePictureOfTheQr() throws Exception {
    await(client.create(session, true, SessionConfig.DEFAULT));
    QrCode qr = events.await(SessionEventType.QR, 1).dataAs(QrCode.class);

    standIn.scan(standIn.phone(number()), read(qr));

    events.await(SessionEventType.COMPLETE, 1);
    assertThat(events.statuses())
        .containsExactly(
            SessionStatus.STARTING,
            SessionStatus.SCAN_QR_CODE,
            SessionStatus.AUTHENTICATED,
            SessionStatus.WORKING);
    assertThat(await(client.get(session)).me().id()).isEqualTo(number() + "@c.us");
  }

  @Test
  void shouldSendReceiveAndFollowAcks() throws Exception {
    String me = link();

    MessageSent sent = await(client.sendText(session, "+" + FRIEND, "Good morning"));
    standIn.write(FRIEND, me, "Good evening");

    MessageAck delivered = events.await(SessionEventType.MESSAGE_ACK, 1).dataAs(MessageAck.class);
    assertThat(delivered.id()).isEqualTo(sent.id());
    Message received = events.await(SessionEventType.MESSAGE, 1).dataAs(Message.class);
    assertThat(received.body()).isEqualTo("Good evening");
    assertThat(received.chatId()).isEqualTo(FRIEND + "@c.us");
    Message own = events.await(SessionEventType.MESSAGE_SENT, 1).dataAs(Message.class);
    assertThat(own.id()).isEqualTo(sent.id());
  }

  @Test
  void shouldRefuseANumberThatIsNotOnWhatsApp() throws Exception {
    link();

    assertThat(codeOf(client.sendText(session, "4915100000000", "Hello?")))
        .isEqualTo(ErrorCode.NOT_ON_WHATSAPP);
    assertThat(await(client.checkExists(session, "4915100000000")).exists()).isFalse();
    assertThat(await(client.checkExists(session, FRIEND)).exists()).isTrue();
  }

  @Test
  void shouldComeBackWithoutAQrAfterARestart() throws Exception {
    link();
    int told = events.all().size();

    await(client.restart(session));

    Awaitility.await()
        .atMost(OpenPage.PATIENCE)
        .until(
            () ->
                events.all().size() > told
                    && await(client.get(session)).status() == SessionStatus.WORKING);
    assertThat(events.ofType(SessionEventType.QR)).hasSize(1);
  }

  @Test
  void shouldComeBackWithoutAQrWhenTheBrowserIsKilled() throws Exception {
    link();

    new ProfileProcesses(data.resolve("profiles").resolve(session.value()))
        .running()
        .forEach(ProcessHandle::destroyForcibly);

    events.awaitReturn();
    assertThat(events.ofType(SessionEventType.QR)).hasSize(1);
  }

  @Test
  void shouldStartAfreshWhenTheDevicesKeysAreDamaged() throws Exception {
    link();
    await(client.stop(session));
    damageDatabases();

    await(client.start(session));

    events.await(SessionEventType.QR, 2);
    List<StatusChanged> moves = movesSinceTheStop();
    assertThat(moves).extracting(StatusChanged::cause).contains(StatusCause.PROFILE_DAMAGED);
    assertThat(moves)
        .extracting(StatusChanged::status)
        .containsOnly(SessionStatus.STARTING, SessionStatus.SCAN_QR_CODE);
  }

  @Test
  void shouldComeBackWithoutAQrWhenTheBrowsersSettingsAreDamaged() throws Exception {
    link();
    await(client.stop(session));
    Files.writeString(profile().resolve("Local State"), "{cut off");
    Files.writeString(profile().resolve("Default/Preferences"), "{cut off");
    int told = events.all().size();

    await(client.start(session));

    Awaitility.await()
        .atMost(OpenPage.PATIENCE)
        .until(
            () ->
                events.all().size() > told
                    && await(client.get(session)).status() == SessionStatus.WORKING);
    assertThat(events.ofType(SessionEventType.QR)).hasSize(1);
    assertThat(movesSinceTheStop())
        .extracting(StatusChanged::cause)
        .contains(StatusCause.PROFILE_DAMAGED);
  }

  @Test
  void shouldShowAFreshQrAfterALogout() throws Exception {
    String me = link();

    SessionInfo out = await(client.logout(session));
    await(client.start(session));

    assertThat(out.status()).isEqualTo(SessionStatus.LOGGED_OUT);
    assertThat(standIn.devices(me)).isEmpty();
    events.await(SessionEventType.QR, 2);
  }

  @Test
  void shouldEndWhenThePhoneUnlinksTheDevice() throws Exception {
    String me = link();

    standIn.unlink(me);

    events.awaitStatus(SessionStatus.LOGGED_OUT);
    Awaitility.await()
        .atMost(OpenPage.PATIENCE)
        .until(() -> !data.resolve("profiles").resolve(session.value()).toFile().exists());
  }

  @Test
  void shouldTakeTheConnectionBackWhenTheDeviceIsOpenedElsewhere() throws Exception {
    link();

    standIn.fault("conflict", new JsonObject().put("number", number()).put("count", 1));

    events.awaitReturn();
  }

  @Test
  void shouldTakeTheConnectionBackFromACopyOfItsProfile() throws Exception {
    link();
    Path copy = copyOfTheProfile();
    ChromiumPages elsewhere = new ChromiumPages(vertx, settings());

    OpenPage other = OpenPage.open(vertx, elsewhere, copy);

    other.first(PageEvent.Conflict.class);
    events.awaitReturn();
    assertThat(events.changes())
        .extracting(StatusChanged::cause)
        .contains(StatusCause.OPENED_ELSEWHERE);
    await(elsewhere.close());
  }

  /** What of a device is in its profile, taken while it is connected but can write nothing. */
  private Path copyOfTheProfile() throws Exception {
    List<ProcessHandle> browser = new ProfileProcesses(profile()).running();
    try {
      signal("STOP", browser);
      return copyAtRest();
    } finally {
      signal("CONT", browser);
    }
  }

  private static void signal(String name, List<ProcessHandle> processes) throws Exception {
    for (ProcessHandle process : processes) {
      Signal.send(name, process);
    }
  }

  private Path copyAtRest() throws Exception {
    Path copy = Files.createDirectories(data.resolve("copy/Default")).getParent();
    for (String part : List.of("Default/IndexedDB", "waggle-local-storage.json")) {
      new ProcessBuilder(
              "cp", "-r", profile().resolve(part).toString(), copy.resolve(part).toString())
          .start()
          .waitFor(OpenPage.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
    return copy;
  }

  private Path profile() {
    return data.resolve("profiles").resolve(session.value());
  }

  private void damageDatabases() throws IOException {
    List<Path> pointers;
    try (Stream<Path> all = Files.walk(profile().resolve("Default/IndexedDB"))) {
      pointers = all.filter(path -> path.endsWith("CURRENT")).toList();
    }
    assertThat(pointers).isNotEmpty();
    for (Path pointer : pointers) {
      Files.writeString(pointer, "garbage");
    }
  }

  private List<StatusChanged> movesSinceTheStop() {
    List<StatusChanged> all = events.changes();
    return all.subList(events.statuses().lastIndexOf(SessionStatus.STOPPED) + 1, all.size());
  }

  private String link() throws Exception {
    await(client.create(session, true, SessionConfig.DEFAULT));
    QrCode qr = events.await(SessionEventType.QR, 1).dataAs(QrCode.class);
    standIn.scan(standIn.phone(number()), read(qr));
    events.await(SessionEventType.COMPLETE, 1);
    return number();
  }

  private String number() {
    return "55119300000%02d".formatted(count);
  }

  private static String read(QrCode qr) throws Exception {
    byte[] png = Base64.getDecoder().decode(qr.base64().substring(qr.base64().indexOf(',') + 1));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))),
            Map.of(DecodeHintType.PURE_BARCODE, true))
        .getText();
  }

  private SessionNodeSettings settings() {
    SessionNodeSettings fast = FastSettings.in(data);
    return new SessionNodeSettings(
        data,
        10,
        fast.minFreeMemory(),
        new WhatsAppSettings(standIn.url(), null, "", true),
        fast.browser(),
        fast.linking(),
        SessionNodeSettings.DEFAULT.recovery(),
        SnapshotSettings.DEFAULT,
        SessionNodeSettings.DEFAULT.lease(),
        fast.drain(),
        fast.database());
  }
}
