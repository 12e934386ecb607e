package dev.waggle.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.chaos.blow.BlowKind;
import dev.waggle.chaos.traffic.Traffics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sends are answered in the first and in the tenth second. */
class SilencesTest {

  @Test
  void shouldGiveASilenceToTheBlowThatFellInIt() {
    List<Round> rounds = List.of(blow(BlowKind.KILL, 0), blow(BlowKind.DRAIN, 5));

    assertThat(Silences.of(rounds, Traffics.sound()))
        .containsExactly(new Outage(BlowKind.DRAIN, Duration.ofSeconds(9)));
  }

  @Test
  void shouldGiveALaterSilenceToTheBlowBefore() {
    assertThat(Silences.of(List.of(blow(BlowKind.KILL, 0)), Traffics.sound()))
        .containsExactly(new Outage(BlowKind.KILL, Duration.ofSeconds(9)));
  }

  private static Round blow(BlowKind kind, int second) {
    return Outcomes.round(
        Hit.of(kind, Outcomes.SESSION, Instant.EPOCH.plusSeconds(second))
            .workingAt(Instant.EPOCH.plusSeconds(second + 1)));
  }
}
