package dev.waggle.gateway.sockets;

import static dev.waggle.gateway.support.RunningGateway.KEY;
import static dev.waggle.gateway.support.Samples.PNG_BASE64;
import static dev.waggle.gateway.support.Samples.live;
import static dev.waggle.gateway.support.Samples.moved;
import static dev.waggle.gateway.support.Samples.qr;
import static dev.waggle.gateway.support.Samples.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.Addresses;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.EventData.LinkComplete;
import dev.waggle.contract.SessionCommand.Get;
import dev.waggle.contract.SessionCommand.Observe;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rooms of the Integration Guide, with the System Update's events in them. */
class RoomsTest {

  private static final SessionName SALES = new SessionName("sales");
  private static final SessionName OTHER = new SessionName("other");

  private static RunningGateway gateway;

  private BusNode node;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  /** An owner whose sessions wait for a scan. */
  @BeforeEach
  void own() {
    node =
        new BusNode(gateway.vertx(), SALES, OTHER)
            .on(Observe.class, asked -> live(asked.session(), SessionStatus.STARTING, null, 0));
  }

  @AfterEach
  void leave() {
    node.leave();
  }

  @Test
  void shouldTellTheMembersOfARoomOfEveryQr() {
    try (DoorSocket socket = member(SALES)) {
      node.publish(SALES, SessionEventType.QR, qr(3));

      JsonObject qr = socket.until("qr-code");
      assertThat(qr)
          .isEqualTo(
              new JsonObject()
                  .put("base64", "data:image/png;base64," + PNG_BASE64)
                  .put("ascii", qr(3).ascii())
                  .put("attempts", 3)
                  .put("urlCode", "2@text-of-the-qr-3")
                  .put("sessionName", "sales"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "STARTING, SCAN_QR_CODE, notLogged",
    "SCAN_QR_CODE, AUTHENTICATED, qrReadSuccess authenticated",
    "AUTHENTICATED, WORKING, ready inChat",
    "AUTHENTICATED, SCAN_QR_CODE, qrReadError notLogged",
    "STARTING, FAILED, error"
  })
  void shouldTellEveryMoveAsStatusUpdates(SessionStatus from, SessionStatus to, String words) {
    try (DoorSocket socket = member(SALES)) {
      node.publish(SALES, SessionEventType.STATUS, moved(from, to));

      assertThat(socket.batch())
          .filteredOn(frame -> frame.getString("event").equals("status-update"))
          .extracting(frame -> frame.getJsonObject("data").getString("status"))
          .containsExactly(words.split(" "));
    }
  }

  @Test
  void shouldSayWithAStatusWhoseWhenAndWhy() {
    try (DoorSocket socket = member(SALES)) {
      node.publish(
          SALES,
          SessionEventType.STATUS,
          moved(SessionStatus.STARTING, SessionStatus.SCAN_QR_CODE));

      JsonObject status = socket.until("status-update");
      assertThat(status.getString("sessionName")).isEqualTo("sales");
      assertThat(status.getInstant("timestamp")).isNotNull();
      assertThat(status.getString("message")).isEqualTo("The page says so.");
    }
  }

  @Test
  void shouldPutTheReasonOfAFailureIntoTheError() {
    try (DoorSocket socket = member(SALES)) {
      node.publish(
          SALES, SessionEventType.STATUS, moved(SessionStatus.STARTING, SessionStatus.FAILED));

      assertThat(socket.until("status-update").getString("error")).isEqualTo("The page says so.");
    }
  }

  @Test
  void shouldTellALateMemberTheQrOnShowAndTheStatusAtOnce() {
    node.on(Observe.class, asked -> live(SALES, SessionStatus.SCAN_QR_CODE, qr(2), 7));
    try (DoorSocket socket = DoorSocket.open(gateway, KEY)) {
      socket.send("join-session", "sales");

      assertThat(socket.next("qr").getString("qr")).isEqualTo("2@text-of-the-qr-2");
      assertThat(socket.next("status-update").getString("status")).isEqualTo("notLogged");
      assertThat(socket.next("qr-code").getInteger("attempts")).isEqualTo(2);
    }
  }

  @Test
  void shouldTakeARoomsNameAsTextOrInAnObject() {
    try (DoorSocket socket = DoorSocket.open(gateway, KEY)) {
      for (Object name :
          List.of(
              "sales",
              new JsonObject().put("sessionName", "sales"),
              new JsonObject().put("session", "sales"))) {
        assertThat(socket.ask("join-session", name)).isEqualTo(new JsonObject().put("ok", true));
      }
    }
  }

  @Test
  void shouldTellAMemberOfASessionThatIsReadyThatItIsComplete() {
    node.on(Observe.class, asked -> live(SALES, SessionStatus.WORKING, null, 7));
    try (DoorSocket socket = DoorSocket.open(gateway, KEY)) {
      socket.send("join-session", "sales");

      socket.next("ready");
      assertThat(socket.next("status-update").getString("status")).isEqualTo("ready");
      assertThat(socket.next("session-complete").getString("sessionName")).isEqualTo("sales");
    }
  }

  @Test
  void shouldTellWhatTheRegistryKnowsWhenThereIsNoOwner() {
    node.refuse(Observe.class, ErrorCode.OWNER_UNAVAILABLE, "It is moving.")
        .on(Get.class, asked -> session(SALES, SessionStatus.FAILED));
    try (DoorSocket socket = DoorSocket.open(gateway, KEY)) {
      socket.send("join-session", "sales");

      assertThat(socket.next("status-update").getString("status")).isEqualTo("error");
    }
  }

  @Test
  void shouldLetAMemberInBeforeThereIsASession() {
    node.refuse(Observe.class, ErrorCode.OWNER_UNAVAILABLE, "There is none.")
        .refuse(Get.class, ErrorCode.SESSION_NOT_FOUND, "There is none.");
    try (DoorSocket socket = DoorSocket.open(gateway, KEY)) {
      socket.ask("join-session", "sales");

      node.publish(SALES, SessionEventType.QR, qr(1));

      assertThat(socket.until("qr-code").getInteger("attempts")).isEqualTo(1);
    }
  }

  @Test
  void shouldTellNothingMoreToWhoHasLeft() {
    try (DoorSocket socket = member(SALES);
        DoorSocket witness = member(SALES)) {
      socket.ask("leave-session", "sales");

      node.publish(SALES, SessionEventType.QR, qr(1));

      witness.until("qr-code");
      assertThat(socket.heard()).isEmpty();
    }
  }

  @Test
  void shouldKeepRoomsApart() {
    try (DoorSocket sales = member(SALES);
        DoorSocket other = member(OTHER)) {
      node.publish(SALES, SessionEventType.QR, qr(1));

      assertThat(sales.until("qr-code").getString("sessionName")).isEqualTo("sales");
      assertThat(other.heard()).isEmpty();
    }
  }

  @Test
  void shouldEndTheRoomOneSecondAfterItIsComplete() {
    try (DoorSocket socket = member(SALES)) {
      // A busy machine hears of it late, and that must not make the second shorter.
      long told = System.nanoTime();
      complete(SALES);

      assertThat(socket.until("session-complete").getString("message")).isNotBlank();
      assertThat(socket.next("disconnect").getString("reason")).isEqualTo("io server disconnect");
      assertThat(socket.closeCode()).isEqualTo(CloseCode.DONE);
      assertThat(Duration.ofNanos(System.nanoTime() - told))
          .isBetween(Duration.ofMillis(900), Duration.ofSeconds(20));
    }
  }

  @Test
  void shouldTellTheWholeFlowInOrder() {
    try (DoorSocket socket = member(SALES)) {
      node.publish(
          SALES,
          SessionEventType.STATUS,
          moved(SessionStatus.STARTING, SessionStatus.SCAN_QR_CODE));
      node.publish(SALES, SessionEventType.QR, qr(1));
      node.publish(
          SALES,
          SessionEventType.STATUS,
          moved(SessionStatus.SCAN_QR_CODE, SessionStatus.AUTHENTICATED));
      complete(SALES);
      node.publish(
          SALES, SessionEventType.COMPLETE, new LinkComplete("The device is linked.", null));

      assertThat(Stream.generate(socket::next).limit(10).map(RoomsTest::word))
          .containsExactly(
              "notLogged",
              "qr",
              "qr-code",
              "qrReadSuccess",
              "authenticated",
              "ready",
              "ready",
              "inChat",
              "session-complete",
              "disconnect");
    }
  }

  /** The status that a frame tells, or else the name of its event. */
  private static String word(JsonObject frame) {
    return frame.getJsonObject("data").getString("status", frame.getString("event"));
  }

  @Test
  void shouldKeepTheSocketsThatListenToSomethingElse() {
    try (DoorSocket viewer = member(SALES);
        DoorSocket both = member(SALES)) {
      both.ask("join-session", "other");
      complete(SALES);
      viewer.closeCode();
      both.until("session-complete");

      node.publish(SALES, SessionEventType.QR, qr(1));
      node.publish(OTHER, SessionEventType.QR, qr(2));

      assertThat(both.until("qr-code").getString("sessionName")).isEqualTo("other");
      assertThat(both.isOpen()).isTrue();
    }
  }

  @Test
  void shouldTellTheSystemUpdatesEventsInTheRoomToo() {
    try (DoorSocket socket = member(SALES)) {
      node.publish(SALES, SessionEventType.QR, qr(1));

      assertThat(socket.until("qr"))
          .isEqualTo(new JsonObject().put("qr", "2@text-of-the-qr-1").put("sessionId", "sales"));
    }
  }

  @Test
  void shouldServeAThousandViewersWithOneConsumerAndOneEncoding() {
    List<DoorSocket> viewers = DoorSocket.openMany(gateway, KEY, 1_000);
    viewers.forEach(viewer -> viewer.send("join-session", "sales"));
    viewers.forEach(viewer -> viewer.next("status-update"));
    Deliveries deliveries = Deliveries.count(gateway.vertx());

    node.publish(SALES, SessionEventType.QR, qr(4));

    assertThat(viewers)
        .allSatisfy(
            viewer -> assertThat(viewer.until("qr-code").getInteger("attempts")).isEqualTo(4));
    assertThat(deliveries.at(Addresses.room(SALES))).isEqualTo(1);
    viewers.forEach(DoorSocket::close);
  }

  @Test
  void shouldListenToTheBusNoLongerThanSomebodyIsThere() {
    try (DoorSocket first = member(SALES);
        DoorSocket second = member(SALES)) {
      Deliveries deliveries = Deliveries.count(gateway.vertx());
      first.ask("leave-session", "sales");
      node.publish(SALES, SessionEventType.QR, qr(1));
      second.until("qr-code");

      second.ask("leave-session", "sales");
      second.ask("watch-sessions", null);
      node.publish(SALES, SessionEventType.QR, qr(2));

      second.until("qr");
      assertThat(deliveries.at(Addresses.room(SALES))).isEqualTo(1);
    }
  }

  private void complete(SessionName session) {
    node.publish(
        session,
        SessionEventType.STATUS,
        moved(SessionStatus.AUTHENTICATED, SessionStatus.WORKING));
  }

  /** Somebody who is in a room and has been told what was true when it came. */
  private DoorSocket member(SessionName session) {
    DoorSocket socket = DoorSocket.open(gateway, KEY);
    socket.ask("join-session", session.value());
    socket.next("status-update");
    return socket;
  }
}
