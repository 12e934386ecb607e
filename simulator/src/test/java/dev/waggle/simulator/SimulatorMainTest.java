package dev.waggle.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waggle.simulator.chat.QrTimings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatorMainTest {

  @Test
  void shouldReadEveryOption() {
    SimulatorConfig config =
        SimulatorMain.parse(
            List.of(
                ("--host localhost --port 8081 --tls-port -1 --state s.json --sync-delay-ms 5"
                        + " --public-base http://stand.in --qr-first-ms 1 --qr-next-ms 2"
                        + " --qr-count 3")
                    .split(" ")));

    assertThat(config)
        .isEqualTo(
            SimulatorConfig.defaults()
                .withHost("localhost")
                .withPort(8081)
                .withTlsPort(SimulatorConfig.OFF)
                .withStateFile(Path.of("s.json"))
                .withSyncDelayMs(5)
                .withPublicBase("http://stand.in")
                .withQrTimings(new QrTimings(1, 2, 3)));
  }

  @Test
  void shouldNameTheOptionThatIsWrong() {
    assertThatThrownBy(() -> SimulatorMain.parse(List.of("--prot", "1")))
        .hasMessageContaining("--prot");
    assertThatThrownBy(() -> SimulatorMain.parse(List.of("--port"))).hasMessageContaining("--port");
    assertThatThrownBy(() -> SimulatorMain.parse(List.of("--port", "many")))
        .hasMessageContaining("--port");
  }
}
