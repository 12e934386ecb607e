package dev.waggle.demo;

import dev.waggle.launcher.ExitCode;
import dev.waggle.launcher.Lifetime;
import dev.waggle.launcher.StartException;
import dev.waggle.simulator.SimulatorConfig;
import dev.waggle.simulator.WhatsAppWebSimulator;
import io.vertx.core.Future;
import java.nio.file.Path;

/** The stand-in of WhatsApp Web, with accounts and devices that outlive a restart. */
final class StandIn {

  private StandIn() {}

  /**
   * Starts it on loopback and waits until it listens.
   *
   * @return its address, without a slash at the end
   * @throws StartException when it cannot listen
   */
  static String start(int port, Path data, Lifetime lifetime) {
    SimulatorConfig config =
        SimulatorConfig.defaults()
            .withPort(port)
            .withTlsPort(SimulatorConfig.OFF)
            .withStateFile(data.resolve("stand-in.json"));
    try {
      WhatsAppWebSimulator standIn = WhatsAppWebSimulator.start(config);
      lifetime.add(
          "stand-in",
          () -> {
            standIn.close();
            return Future.succeededFuture();
          });
      return standIn.url();
    } catch (IllegalStateException e) {
      throw StartException.ofListening(e, config.host(), port, "--simulator-port")
          .orElseGet(() -> new StartException(ExitCode.FAILED, e.getMessage(), e));
    }
  }
}
