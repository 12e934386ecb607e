package dev.waggle.chaos.run;

import static dev.waggle.chaos.run.Outcomes.SESSION;
import static dev.waggle.chaos.run.Outcomes.device;
import static dev.waggle.chaos.run.Outcomes.round;
import static dev.waggle.chaos.traffic.Traffics.after;
import static dev.waggle.chaos.traffic.Traffics.first;
import static dev.waggle.chaos.traffic.Traffics.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.chaos.blow.BlowKind;
import dev.waggle.chaos.traffic.Delivered;
import dev.waggle.chaos.traffic.TrafficResult;
import dev.waggle.chaos.traffic.Traffics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each breach of what a run proves is found, by its own check and by no other. */
class CheckTest {

  private final Outcomes outcome = new Outcomes();

  @Test
  void shouldHoldWhenAllWentWell() {
    assertThat(outcome.failures()).isEmpty();
    assertThat(Report.of(outcome.build(), List.of()).holds()).isTrue();
  }

  @Test
  void shouldFindADeviceThatWasConnectedTwice() {
    outcome.devices = List.of(device(1, 2));

    assertThat(outcome.failures()).containsExactly(Check.CONNECTIONS);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void shouldFindAnAccountThatWasNotScannedOnce(int scans) {
    outcome.devices = List.of(device(scans, 1));

    assertThat(outcome.failures()).containsExactly(Check.SCANS);
  }

  @Test
  void shouldFindASessionWithoutADevice() {
    outcome.devices = List.of();

    assertThat(outcome.failures()).containsExactly(Check.SCANS);
  }

  @Test
  void shouldFindAnAnsweredSendThatIsNotOnThePhone() {
    outcome.traffic = Traffics.delivering(first());

    assertThat(outcome.failures()).containsExactly(Check.DELIVERED);
  }

  @Test
  void shouldFindASendThatCameTwice() {
    outcome.traffic = Traffics.delivering(first(), second(), second());

    assertThat(outcome.failures()).containsExactly(Check.ONCE);
  }

  @Test
  void shouldFindASendThatCameAgainUnderAnotherId() {
    outcome.traffic = Traffics.delivering(first(), second(), new Delivered("C", "two"));

    assertThat(outcome.failures()).containsExactly(Check.ONCE, Check.IDS);
  }

  @Test
  void shouldFindSendsThatChangedPlaces() {
    outcome.traffic = Traffics.delivering(second(), first());

    assertThat(outcome.failures()).containsExactly(Check.ORDER);
  }

  @Test
  void shouldFindASendThatWasNeverAnswered() {
    outcome.traffic = Traffics.unanswered();

    assertThat(outcome.failures()).containsExactly(Check.ANSWERED);
  }

  @Test
  void shouldFindARefusalThatToldACallerNotToTryAgain() {
    outcome.traffic = Traffics.refusedForGood();

    assertThat(outcome.failures()).containsExactly(Check.RETRYABLE);
  }

  @Test
  void shouldFindAnInboundMessageThatWasToldToNobody() {
    outcome.traffic = Traffics.hearing();

    assertThat(outcome.failures()).containsExactly(Check.HEARD);
  }

  @Test
  void shouldAllowAnInboundMessageThatWasToldLateAndTwice() {
    outcome.traffic = Traffics.hearing(after(20), after(21));

    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.traffic.heardAgain()).isEqualTo(1);
    assertThat(outcome.traffic.reconciled()).isEqualTo(1);
  }

  @Test
  void shouldFindASessionThatDidNotWorkAgainAfterABlow() {
    outcome.rounds.add(round(Hit.of(BlowKind.FREEZE, SESSION, Instant.EPOCH)));

    assertThat(outcome.failures()).containsExactly(Check.WORKING);
  }

  @Test
  void shouldFindASessionThatStoppedWorkingUnstruck() {
    outcome.rounds.add(
        new Round(List.of(), List.of(), List.of(SESSION + " is RECONNECTING"), List.of()));

    assertThat(outcome.failures()).containsExactly(Check.WORKING);
  }

  @Test
  void shouldFindANodeThatDidNotEndAsItWasTold() {
    outcome.rounds.add(
        new Round(
            List.of(BlowKind.DRAIN), List.of(), List.of(), List.of("DRAIN node-1: code 137")));

    assertThat(outcome.failures()).containsExactly(Check.NODES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"duplicated", "outOfOrder", "stray", "lost"})
  void shouldFindAFlawInTheBooks(String flaw) {
    outcome.devices = List.of(device(1, 1, Map.of(flaw, 1)));

    assertThat(outcome.failures()).containsExactly(Check.BOOKS);
  }

  @Test
  void shouldFindAProcessThatOutlivedItsNode() {
    outcome.leftovers.add("4711 chromium");

    assertThat(outcome.failures()).containsExactly(Check.PROCESSES);
  }

  @Test
  void shouldProveNothingWithoutMessages() {
    outcome.traffic = TrafficResult.NONE;

    assertThat(outcome.failures()).containsExactly(Check.TRAFFIC);
  }

  @Test
  void shouldProveNothingWithoutABlow() {
    outcome.rounds.clear();

    assertThat(outcome.failures()).containsExactly(Check.STRUCK);
  }

  @Test
  void shouldFindARunThatMetATroubleOfItsOwn() {
    outcome.troubles.add("the stand-in's books: HTTP 500");

    assertThat(outcome.failures()).containsExactly(Check.RUN);
  }
}
