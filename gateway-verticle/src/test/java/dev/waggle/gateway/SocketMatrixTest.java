package dev.waggle.gateway;

import static dev.waggle.gateway.support.Samples.live;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.SessionCommand.Observe;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.gateway.sockets.PlainDoor;
import dev.waggle.gateway.sockjs.BridgeDoor;
import dev.waggle.gateway.support.BusKeys;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.Callers;
import dev.waggle.gateway.support.Callers.Caller;
import dev.waggle.gateway.support.Callers.Outcome;
import dev.waggle.gateway.support.Door;
import dev.waggle.gateway.support.RunningGateway;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every door for sockets, tried by every kind of caller with its own session, another one, and what
 * might be taken for both.
 */
class SocketMatrixTest {

  /** A new door is in the matrix as soon as it is in this list. */
  private static final List<Door> DOORS =
      List.of(new BridgeDoor(), new PlainDoor("join-session"), new PlainDoor("subscribe"));

  private static final List<String> NO_NAMES =
      List.of(
          "*",
          "sales,hr",
          "sales.events.waggle.session.hr",
          "hr.events#",
          "sales\u0000",
          "sales\n",
          "\uff53\uff41\uff4c\uff45\uff53",
          "s\u0430les",
          "%73ales",
          "../sales",
          ".*",
          "");

  private static RunningGateway gateway;
  private static Callers callers;

  @BeforeAll
  static void start() {
    gateway =
        RunningGateway.start(
            new GatewayVerticle(RunningGateway.SETTINGS.withJwt(Callers.SETTINGS)));
    new BusNode(gateway.vertx(), new SessionName(Callers.OWN), new SessionName(Callers.FOREIGN))
        .on(Observe.class, asked -> live(asked.session(), SessionStatus.STARTING, null, 0));
    callers = new Callers(gateway, new BusKeys(gateway.vertx()));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @TestFactory
  Stream<DynamicTest> shouldLetEveryCallerListenToItsOwnSessionsAndToNoOther() {
    return DOORS.stream()
        .flatMap(
            door ->
                callers.all().stream()
                    .flatMap(
                        caller ->
                            Stream.of(Callers.OWN, Callers.FOREIGN)
                                .map(session -> attempt(door, caller, session))));
  }

  @TestFactory
  Stream<DynamicTest> shouldLetNobodyListenToWhatIsNoName() {
    return DOORS.stream()
        .flatMap(
            door ->
                NO_NAMES.stream()
                    .map(
                        name ->
                            DynamicTest.dynamicTest(
                                door + " \"" + name.strip() + "\"",
                                () ->
                                    assertThat(listen(door, callers.administrator(), name))
                                        .isEqualTo(Outcome.FORBIDDEN))));
  }

  private static DynamicTest attempt(Door door, Caller caller, String session) {
    return DynamicTest.dynamicTest(
        door + " " + caller.name() + " " + session,
        () ->
            assertThat(listen(door, caller, session)).isEqualTo(caller.expectedToListen(session)));
  }

  private static Outcome listen(Door door, Caller caller, String session) {
    return door.listen(gateway, caller.credential(), session);
  }
}
