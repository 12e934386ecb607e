package dev.waggle.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.chaos.blow.BlowKind;
import dev.waggle.chaos.cluster.SeenSession;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecoveryTest {

  private static final Instant STRUCK = Instant.parse("2026-01-01T00:00:00Z");
  private static final Hit HIT = Hit.of(BlowKind.KILL, "s01", STRUCK);

  private final StringWriter said = new StringWriter();
  private final List<Set<String>> givenUp = new ArrayList<>();

  @Test
  void shouldTimeASessionThatWorksAgain() {
    Recovered recovered = after(session("WORKING", STRUCK.plusSeconds(7))).await(List.of(HIT));

    assertThat(recovered.isWhole()).isTrue();
    assertThat(recovered.hits().get(0).recovery()).contains(Duration.ofSeconds(7));
    assertThat(givenUp).isEmpty();
  }

  @Test
  void shouldNotTakeWorkingFromBeforeTheBlowForWorkingAgain() {
    Recovered recovered = after(session("WORKING", STRUCK.minusSeconds(1))).await(List.of(HIT));

    assertThat(recovered.isWhole()).isFalse();
    assertThat(recovered.hits().get(0).recovery()).isEmpty();
  }

  @Test
  void shouldSayAtOnceWhichSessionIsGivenUpAndByWhatItWasHit() {
    Recovered recovered = after(session("RECONNECTING", STRUCK)).await(List.of(HIT));

    assertThat(recovered.stuck()).hasSize(1);
    assertThat(said.toString())
        .contains("GAVE UP after 0.3 s: s01 is RECONNECTING")
        .contains("hit by KILL at " + STRUCK);
    assertThat(givenUp).containsExactly(Set.of("s01"));
  }

  @Test
  void shouldGiveUpASessionThatNobodyLists() {
    Recovered recovered = after(Map.of()).await(List.of());

    assertThat(recovered.stuck()).containsExactly("s01 is listed by no gateway");
  }

  private Recovery after(Map<String, SeenSession> now) {
    return new Recovery(
        () -> now,
        Set.of("s01"),
        Duration.ofMillis(300),
        new RunLog(new PrintWriter(said)),
        givenUp::add);
  }

  private static Map<String, SeenSession> session(String status, Instant since) {
    return Map.of("s01", new SeenSession("s01", status, "why", "node", 2, since));
  }
}
