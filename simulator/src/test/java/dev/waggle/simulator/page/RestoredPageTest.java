package dev.waggle.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.simulator.SimulatorConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestoredPageTest extends PageTest {

  private static final List<String> RESTORED =
      List.of(
          "loader.injected",
          "conn.stream_mode_changed \"SYNCING\"",
          "conn.main_init",
          "loader.ready",
          "conn.main_loaded",
          "conn.stream_mode_changed \"MAIN\"",
          "conn.main_ready",
          "loader.full_ready");

  /** Long enough for wa-js, which waits for the modules to settle, to see the page in SYNCING. */
  @Override
  SimulatorConfig config() {
    return super.config().withSyncDelayMs(2000);
  }

  @Test
  void shouldTellTheEventsOfARestoredSessionInOrderWithoutAQr() {
    close(openLinked());

    DrivenPage back = open();
    back.awaitEvent("loader.full_ready");

    assertThat(back.events().stream().map(DrivenPage.Event::toString).filter(RESTORED::contains))
        .containsExactlyElementsOf(RESTORED);
    assertThat(back.events("conn.authenticated")).isEmpty();
    assertThat(back.events("conn.auth_code_change")).extracting("json").containsOnly("null");
  }
}
