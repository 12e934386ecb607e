package dev.waggle.gateway.ws;

import static dev.waggle.gateway.support.Samples.MAIN;
import static dev.waggle.gateway.support.Samples.PNG_BASE64;
import static dev.waggle.gateway.support.Samples.genuineQr;
import static dev.waggle.gateway.support.Samples.live;
import static dev.waggle.gateway.support.Samples.qr;
import static dev.waggle.gateway.support.Samples.scanning;
import static dev.waggle.gateway.ws.ViewerSocket.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.SessionCommand.Observe;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.Wire;
import dev.waggle.gateway.access.AccessPolicy;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the WebSocket of WhatsApp Web QR Implementation tells its viewers. */
class ViewerDoorTest {

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

  @BeforeEach
  void join() {
    node =
        new BusNode(gateway.vertx(), MAIN)
            .on(Observe.class, command -> live(MAIN, SessionStatus.STARTING));
  }

  @AfterEach
  void leave() {
    node.leave();
  }

  @Test
  void shouldTellTheStatusOnConnection() {
    try (ViewerSocket socket = ViewerSocket.open(gateway)) {
      assertThat(socket.next()).isEqualTo(status(false, true));
    }
  }

  @Test
  void shouldGiveTheQrOnShowToWhoeverComesLate() {
    node.on(Observe.class, command -> scanning(MAIN, genuineQr(3)));

    try (ViewerSocket socket = ViewerSocket.open(gateway)) {
      JsonObject qr = socket.next("qr");
      assertThat(qr.getString("data")).isEqualTo("data:image/png;base64," + PNG_BASE64);
      assertThat(qr.getInteger("expiresIn")).isBetween(30, 60);
      assertThat(qr.getInteger("attempt")).isEqualTo(3);
      assertThat(qr.getInteger("maxAttempts")).isEqualTo(5);
    }
  }

  @Test
  void shouldTellWhoeverComesLateThatItIsAuthenticated() {
    node.on(Observe.class, command -> live(MAIN, SessionStatus.WORKING));

    try (ViewerSocket socket = ViewerSocket.open(gateway)) {
      assertThat(socket.next()).isEqualTo(status(true, false));
      assertThat(socket.next()).isEqualTo(authenticated());
    }
  }

  @Test
  void shouldPassOnEachQr() {
    try (ViewerSocket one = ViewerSocket.greeted(gateway);
        ViewerSocket two = ViewerSocket.greeted(gateway)) {
      node.publish(MAIN, SessionEventType.QR, genuineQr(1));

      assertThat(one.next().getString("type")).isEqualTo("qr");
      assertThat(two.next().getString("type")).isEqualTo("qr");
    }
  }

  @Test
  void shouldListenOnceForAllSockets() {
    try (ViewerSocket one = ViewerSocket.greeted(gateway);
        ViewerSocket two = ViewerSocket.greeted(gateway)) {
      node.publish(MAIN, SessionEventType.QR, genuineQr(1));
      one.next("qr");
      two.next("qr");
      one.say("ping");
      two.say("ping");

      // A second consumer would have brought the QR twice.
      assertThat(one.next().getString("type")).isEqualTo("pong");
      assertThat(two.next().getString("type")).isEqualTo("pong");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2@short", "https://example.com/,a,b,c", "2@a b,c,d,e"})
  void shouldNeverPassOnWhatIsNoQrOfWhatsApp(String text) {
    try (ViewerSocket socket = ViewerSocket.greeted(gateway)) {
      node.publish(MAIN, SessionEventType.QR, qr(text, 1, Instant.now().plusSeconds(60)));

      assertThat(socket.next())
          .isEqualTo(new JsonObject().put("type", "error").put("error", "Invalid QR"));
    }
  }

  @Test
  void shouldTellThatItIsAuthenticated() {
    try (ViewerSocket socket = ViewerSocket.greeted(gateway)) {
      publish(SessionStatus.WORKING, SessionStatus.AUTHENTICATED, "Connected.");

      assertThat(socket.next()).isEqualTo(status(true, false));
      assertThat(socket.next()).isEqualTo(authenticated());
    }
  }

  @ParameterizedTest
  @CsvSource({"STARTING", "SCAN_QR_CODE", "AUTHENTICATED"})
  void shouldTellThatItIsConnecting(SessionStatus status) {
    try (ViewerSocket socket = ViewerSocket.greeted(gateway)) {
      publish(status, null, "On its way.");

      assertThat(socket.next()).isEqualTo(status(false, true));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOPPED",
        "LOGGED_OUT",
        "CONFLICT",
        "TERMS_BLOCKED",
        "PROXY_BLOCKED",
        "DEPRECATED_VERSION"
      })
  void shouldTellThatItIsDisconnectedAndWhy(SessionStatus status) {
    try (ViewerSocket socket = ViewerSocket.greeted(gateway)) {
      publish(status, SessionStatus.WORKING, "The phone said so.");

      assertThat(socket.next()).isEqualTo(status(false, false));
      assertThat(socket.next())
          .isEqualTo(
              new JsonObject().put("type", "disconnected").put("reason", "The phone said so."));
    }
  }

  @Test
  void shouldTellThatTheConnectionIsLost() {
    try (ViewerSocket socket = ViewerSocket.greeted(gateway)) {
      publish(SessionStatus.RECONNECTING, SessionStatus.WORKING, "The connection is lost.");

      assertThat(socket.next().getString("type")).isEqualTo("disconnected");
      assertThat(socket.next()).isEqualTo(status(false, true));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAILED", "PASSKEY_REQUIRED"})
  void shouldTellWhatWentWrong(SessionStatus status) {
    try (ViewerSocket socket = ViewerSocket.greeted(gateway)) {
      publish(status, SessionStatus.SCAN_QR_CODE, "Nobody scanned.");

      assertThat(socket.next("error").getString("error")).isEqualTo("Nobody scanned.");
    }
  }

  @Test
  void shouldCountTheSocketsThatAreOpen() {
    ViewerSocket one = ViewerSocket.greeted(gateway);
    ViewerSocket two = ViewerSocket.greeted(gateway);
    awaitClients(2);

    one.close();
    two.close();

    awaitClients(0);
  }

  @Test
  void shouldIgnoreAnOwnerThatHasBeenSucceeded() {
    ViewerStory.withPolicy(
        AccessPolicy.BY_SCOPE,
        (other, itsNode) -> {
          itsNode.on(Observe.class, command -> live(MAIN, SessionStatus.STARTING));
          try (ViewerSocket socket = ViewerSocket.open(other)) {
            socket.next("status");
            itsNode.publish(qrEvent(2));
            itsNode.publish(qrEvent(1));
            socket.next("qr");
            socket.say("ping");

            assertThat(socket.next().getString("type")).isEqualTo("pong");
          }
        });
  }

  private void publish(SessionStatus status, SessionStatus previous, String reason) {
    node.publish(
        MAIN, SessionEventType.STATUS, new StatusChanged(status, previous, reason, null, null));
  }

  private static SessionEvent qrEvent(long generation) {
    return new SessionEvent(
        "01JD",
        1,
        SessionEventType.QR,
        MAIN,
        "node-1",
        generation,
        Instant.now(),
        Wire.write(genuineQr(1)));
  }

  private static void awaitClients(int count) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(
                        gateway
                            .send("GET", "/api/status")
                            .bodyAsJsonObject()
                            .getInteger("connectedClients"))
                    .isEqualTo(count));
  }

  private static JsonObject authenticated() {
    return new JsonObject().put("type", "authenticated").put("status", "connected");
  }
}
