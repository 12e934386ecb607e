package dev.waggle.session.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.SessionName;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {

  private static final SessionName ANA = new SessionName("ana");
  private static final SessionName BIA = new SessionName("bia");
  private static final long BUDGET = 700;

  private final MemoryBudget budget = new MemoryBudget(BUDGET);

  @Test
  void shouldBePatientWithAPassingNeed() {
    measure(MemoryBudget.PATIENCE - 1, Map.of(ANA, 800L));
    measure(1, Map.of(ANA, BUDGET));
    measure(MemoryBudget.PATIENCE - 1, Map.of(ANA, 800L));

    assertThat(budget.takeOne()).isEmpty();
  }

  @Test
  void shouldNameABrowserThatStaysAboveItsBudget() {
    measure(MemoryBudget.PATIENCE, Map.of(ANA, 800L, BIA, 600L));

    assertThat(budget.takeOne()).contains(ANA);
    assertThat(budget.takeOne()).isEmpty();
  }

  @Test
  void shouldNameOneAfterTheOther() {
    measure(MemoryBudget.PATIENCE, Map.of(ANA, 800L, BIA, 900L));

    assertThat(budget.takeOne()).isPresent();
    assertThat(budget.takeOne()).isPresent();
    assertThat(budget.takeOne()).isEmpty();
  }

  @Test
  void shouldLetABrowserBeThatWasReplacedJustNow() {
    measure(MemoryBudget.PATIENCE, Map.of(ANA, 800L));
    budget.takeOne();

    measure(MemoryBudget.REST - 1, Map.of(ANA, 800L));
    assertThat(budget.takeOne()).isEmpty();

    measure(1, Map.of(ANA, 800L));
    assertThat(budget.takeOne()).contains(ANA);
  }

  @Test
  void shouldForgetASessionThatIsNotMeasuredAnyMore() {
    measure(MemoryBudget.PATIENCE, Map.of(ANA, 800L));

    measure(1, Map.of());

    assertThat(budget.takeOne()).isEmpty();
  }

  @Test
  void shouldNameNobodyWithoutABudget() {
    MemoryBudget none = new MemoryBudget(0);

    for (int i = 0; i < MemoryBudget.PATIENCE; i++) {
      none.measured(Map.of(ANA, Long.MAX_VALUE));
    }

    assertThat(none.takeOne()).isEmpty();
  }

  private void measure(int times, Map<SessionName, Long> sizes) {
    for (int i = 0; i < times; i++) {
      budget.measured(sizes);
    }
  }
}
