package dev.waggle.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waggle.contract.SessionCommand.SendMedia.MediaKind;
import dev.waggle.contract.SessionInfo.Account;
import dev.waggle.contract.SessionInfo.Wanted;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written can be read, by us and by readers that are older or newer. */
class WireTest {

  private static final SessionName SALES = new SessionName("sales");
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.123Z");
  private static final Account ME = new Account("5511999999999@c.us", "Ana");
  private static final SessionConfig CONFIG = new SessionConfig(3, 8, Map.of("team", "north"));
  private static final MediaFile FILE = new MediaFile("image/png", "dot.png", "iVBORw0=");

  private static final QrCode QR =
      new QrCode("2@x", "data:image/png;base64,AA", "█", 1, 5, NOON, NOON.plusSeconds(60));

  static Stream<SessionCommand> commands() {
    return Stream.of(
        new SessionCommand.Create(SALES, true, CONFIG),
        new SessionCommand.Update(SALES, CONFIG),
        new SessionCommand.ListAll(),
        new SessionCommand.Get(SALES),
        new SessionCommand.GetHistory(SALES, 20),
        new SessionCommand.Delete(SALES),
        new SessionCommand.Start(SALES),
        new SessionCommand.Stop(SALES),
        new SessionCommand.Restart(SALES),
        new SessionCommand.Logout(SALES),
        new SessionCommand.Reset(SALES),
        new SessionCommand.Version(),
        new SessionCommand.ListNodes(),
        new SessionCommand.DrainNode("node-1"),
        new SessionCommand.Rebalance(),
        new SessionCommand.GetQr(SALES),
        new SessionCommand.Observe(SALES),
        new SessionCommand.Replay(SALES, 7, 41),
        new SessionCommand.RenewQr(SALES),
        new SessionCommand.RequestPairingCode(SALES, "5511999999999"),
        new SessionCommand.SendText(SALES, "5511999999999", "Olá ✓", "3EB0AAAABBBBCCCC"),
        new SessionCommand.SendMedia(SALES, "1-2@g.us", MediaKind.IMAGE, FILE, "Look", null),
        new SessionCommand.CheckExists(SALES, "5511999999999"));
  }

  /** A reader that is older than the writer loses the cause and nothing else. */
  @Test
  void shouldPassOverACauseThatItDoesNotKnow() {
    JsonObject told =
        Wire.write(
                new EventData.StatusChanged(
                    SessionStatus.FAILED, null, "Why.", StatusCause.QR_EXHAUSTED, null))
            .put("cause", "INVENTED_LATER");

    assertThat(Wire.read(told, EventData.StatusChanged.class))
        .isEqualTo(new EventData.StatusChanged(SessionStatus.FAILED, null, "Why.", null, null));
  }

  static Stream<Record> eventData() {
    return Stream.of(
        new EventData.StatusChanged(
            SessionStatus.WORKING,
            SessionStatus.STARTING,
            "Fine.",
            StatusCause.CONNECTION_LOST,
            ME),
        QR,
        new PairingCode("ABCD-1234"),
        new EventData.LinkComplete("Linked.", ME),
        message(false),
        message(true),
        new EventData.MessageAck("true_1@c.us_A", "1@c.us", 3, "READ"));
  }

  static Stream<Record> replies() {
    SessionInfo info =
        new SessionInfo(
            SALES,
            SessionStatus.WORKING,
            Wanted.RUNNING,
            "Fine.",
            StatusCause.CONNECTION_LOST,
            "node-1",
            7,
            ME,
            CONFIG,
            NOON,
            NOON);
    return Stream.of(
        info,
        new SessionList(List.of(info, info)),
        new SessionList(List.of()),
        new LiveSession(info, QR, 2, 7, 41, true),
        new LiveSession(info, null, 0, 7, 41, false),
        new EventPage(List.of(event(SessionEventType.QR, QR)), true),
        EventPage.MISSED,
        new NodeVersion("node-1", "0.1.0", "4.6.0", null),
        new NodeList(
            List.of(
                new NodeInfo(
                    "node-1", "0.1.0", true, 2, 1, 10, 8, 42, 84, 0.25, false, NOON, false))),
        new SessionHistory(
            List.of(
                new Transition(
                    SessionStatus.WORKING,
                    SessionStatus.RECONNECTING,
                    StatusCause.NODE_GONE,
                    "Its node is gone.",
                    "node-1",
                    7,
                    NOON),
                new Transition(null, SessionStatus.STOPPED, null, "Stopped.", null, 0, NOON))),
        new MessageSent("true_1@c.us_A", "1@c.us", 1, NOON),
        new NumberStatus(true, "1@c.us"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void shouldReadBackEveryCommand(SessionCommand command) {
    JsonObject wire = travel(Wire.write((Record) command));

    assertThat(wire.getString("action")).isNotBlank();
    assertThat(Wire.read(wire, SessionCommand.class)).isEqualTo(command);
  }

  @Test
  void shouldKnowAnExampleOfEveryCommand() {
    assertThat(commands().<Class<?>>map(Object::getClass))
        .containsExactlyInAnyOrderElementsOf(kindsOfCommand());
  }

  @ParameterizedTest
  @MethodSource({"eventData", "replies"})
  void shouldReadBackEveryRecord(Record data) {
    assertThat(Wire.read(travel(Wire.write(data)), data.getClass())).isEqualTo(data);
  }

  @Test
  void shouldKnowAnExampleOfEveryKindOfEvent() {
    assertThat(eventData().<Class<?>>map(Object::getClass))
        .containsAll(
            Arrays.stream(SessionEventType.values()).map(SessionEventType::dataType).toList());
  }

  @ParameterizedTest
  @EnumSource(SessionEventType.class)
  void shouldReadBackTheEnvelopeOfEveryEvent(SessionEventType type) {
    Record data = eventData().filter(type.dataType()::isInstance).findFirst().orElseThrow();
    SessionEvent event = event(type, data);

    SessionEvent read = Wire.read(travel(Wire.write(event)), SessionEvent.class);

    assertThat(read.type()).isEqualTo(type);
    assertThat(read.dataAs(type.dataType())).isEqualTo(data);
    assertThat(read.timestamp()).isEqualTo(NOON);
  }

  @Test
  void shouldSpellTheWireAsTheDocumentsDo() {
    JsonObject wire =
        Wire.write(new SessionCommand.SendText(SALES, "5511999999999", "Hello", null));

    assertThat(wire)
        .isEqualTo(
            new JsonObject()
                .put("action", "sendText")
                .put("session", "sales")
                .put("chatId", "5511999999999")
                .put("text", "Hello"));
  }

  @Test
  void shouldPassOverFieldsThatItDoesNotKnow() {
    JsonObject wire = new JsonObject().put("exists", true).put("news", new JsonObject());

    assertThat(Wire.read(wire, NumberStatus.class)).isEqualTo(new NumberStatus(true, null));
  }

  @ParameterizedTest
  @MethodSource({"eventData", "replies"})
  void shouldReadWhatTheBusHasCopied(Record data) {
    assertThat(Wire.read(Wire.write(data).copy(), data.getClass())).isEqualTo(data);
  }

  @Test
  void shouldSayWhichRuleAValueBreaks() {
    JsonObject wire = new JsonObject().put("action", "get").put("session", "../etc/passwd");

    assertThatThrownBy(() -> Wire.read(wire, SessionCommand.class))
        .isInstanceOfSatisfying(
            WaggleException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_SESSION_NAME));
  }

  @Test
  void shouldRefuseWhatIsOfAnotherForm() {
    for (JsonObject wire :
        List.of(
            new JsonObject(),
            new JsonObject().put("action", "fly"),
            new JsonObject().put("action", "create").put("session", "sales").put("start", "?"),
            new JsonObject().put("action", "get").put("session", new JsonArray()))) {
      assertThatThrownBy(() -> Wire.read(wire, SessionCommand.class))
          .isInstanceOfSatisfying(
              WaggleException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }
  }

  @Test
  void shouldRefuseACommandWithoutItsSession() {
    JsonObject wire = new JsonObject().put("action", "start");

    assertThatThrownBy(() -> Wire.read(wire, SessionCommand.class))
        .isInstanceOfSatisfying(
            WaggleException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
  }

  @Test
  void shouldNotTakeAnOwnersCommandForOneToAnyNode() {
    JsonObject wire = Wire.write(new SessionCommand.GetQr(SALES));

    assertThatThrownBy(() -> Wire.read(wire, SessionCommand.ToAnyNode.class))
        .isInstanceOf(WaggleException.class);
  }

  private static SessionEvent event(SessionEventType type, Record data) {
    return new SessionEvent("01ARZ", 4, type, SALES, "node-1", 7, NOON, Wire.write(data));
  }

  /** As text, which is how it goes from one JVM to another. */
  private static JsonObject travel(JsonObject written) {
    return new JsonObject(written.encode());
  }

  private static List<Class<?>> kindsOfCommand() {
    return Arrays.stream(SessionCommand.class.getPermittedSubclasses())
        .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()))
        .<Class<?>>map(kind -> kind)
        .toList();
  }

  private static EventData.Message message(boolean fromMe) {
    return new EventData.Message(
        "false_1@c.us_A",
        "1@c.us",
        "1@c.us",
        "2@c.us",
        fromMe,
        "chat",
        "Hi",
        false,
        null,
        null,
        1,
        NOON);
  }
}
