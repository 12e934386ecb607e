package dev.waggle.contract.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionInfo.Wanted;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.contract.Wire;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuideStatusTest {

  private static final SessionName SALES = new SessionName("sales");
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    ", STARTING, , notLogged",
    "STARTING, SCAN_QR_CODE, , notLogged",
    "SCAN_QR_CODE, AUTHENTICATED, , qrReadSuccess authenticated",
    "STARTING, AUTHENTICATED, , authenticated",
    "AUTHENTICATED, WORKING, , ready inChat",
    "SCAN_QR_CODE, WORKING, , qrReadSuccess authenticated ready inChat",
    "RECONNECTING, WORKING, , ready inChat",
    "AUTHENTICATED, SCAN_QR_CODE, LINK_REFUSED, qrReadError notLogged",
    "AUTHENTICATED, SCAN_QR_CODE, , qrReadError notLogged",
    "SCAN_QR_CODE, FAILED, QR_EXHAUSTED, qrReadError error",
    "SCAN_QR_CODE, FAILED, BROWSER_FAILED, error",
    "AUTHENTICATED, FAILED, SCAN_TIMEOUT, qrReadError error",
    "STARTING, FAILED, QR_TIMEOUT, error",
    "WORKING, RECONNECTING, CONNECTION_LOST, notLogged",
    "WORKING, LOGGED_OUT, LOGGED_OUT_ON_PHONE, notLogged",
    "WORKING, STOPPED, STOPPED_ON_REQUEST, notLogged",
    "STARTING, PASSKEY_REQUIRED, , error",
    "WORKING, CONFLICT, OPENED_ELSEWHERE, error"
  })
  void shouldTellEachMoveInTheGuidesSteps(
      SessionStatus from, SessionStatus to, StatusCause cause, String words) {
    SessionEvent event = event(new StatusChanged(to, from, "The page says so.", cause, null));

    assertThat(StatusData.of(event))
        .extracting(data -> data.status().wireName())
        .containsExactly(words.split(" "));
  }

  @Test
  void shouldPutTheReasonOfAFailureIntoTheError() {
    SessionEvent event =
        event(
            new StatusChanged(
                SessionStatus.FAILED, SessionStatus.STARTING, "No browser was found.", null, null));

    assertThat(Wire.write(StatusData.of(event).get(0)))
        .isEqualTo(
            new JsonObject()
                .put("status", "error")
                .put("sessionName", "sales")
                .put("timestamp", "2026-01-02T12:00:00Z")
                .put("error", "No browser was found."));
  }

  @Test
  void shouldTellWhoeverComesLateWhatIsTrueNow() {
    SessionInfo working =
        new SessionInfo(
            SALES,
            SessionStatus.WORKING,
            Wanted.RUNNING,
            "Connected.",
            null,
            "node-1",
            1,
            null,
            SessionConfig.DEFAULT,
            NOON,
            NOON);

    assertThat(List.of(StatusData.now(working)))
        .containsExactly(new StatusData(GuideStatus.READY, SALES, NOON, "Connected.", null));
  }

  private static SessionEvent event(StatusChanged move) {
    return new SessionEvent(
        "01ARZ", 1, SessionEventType.STATUS, SALES, "node-1", 1, NOON, Wire.write(move));
  }
}
