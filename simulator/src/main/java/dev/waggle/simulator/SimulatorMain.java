package dev.waggle.simulator;

import dev.waggle.simulator.chat.QrTimings;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs a stand-in as a process until it is told to end. When it listens it prints one line: {@code
 * ready http=URL https=URL}, the last part only if HTTPS is on.
 */
public final class SimulatorMain {

  private static final String USAGE =
      "Options: --host ADDRESS --port N --tls-port N (-1: off) --state FILE --public-base URL"
          + " --qr-first-ms N --qr-next-ms N --qr-count N --sync-delay-ms N";

  private SimulatorMain() {}

  /** Exits with 2 when an option is wrong, with 1 when the stand-in cannot start. */
  public static void main(String[] arguments) {
    SimulatorConfig config;
    try {
      config = parse(List.of(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + USAGE);
      System.exit(2);
      return;
    }
    try {
      run(WhatsAppWebSimulator.start(config), config);
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void run(WhatsAppWebSimulator simulator, SimulatorConfig config) {
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "stand-in-shutdown"));
    String secure =
        simulator.httpsPort() == SimulatorConfig.OFF
            ? ""
            : " https=https://" + config.host() + ":" + simulator.httpsPort();
    System.out.println("ready http=" + simulator.url() + secure);
  }

  /**
   * Reads options.
   *
   * @throws IllegalArgumentException saying which one is wrong
   */
  static SimulatorConfig parse(List<String> arguments) {
    SimulatorConfig config = SimulatorConfig.defaults();
    for (int i = 0; i < arguments.size(); i += 2) {
      if (i + 1 == arguments.size()) {
        throw new IllegalArgumentException("The option " + arguments.get(i) + " lacks its value.");
      }
      config = with(config, arguments.get(i), arguments.get(i + 1));
    }
    return config;
  }

  private static SimulatorConfig with(SimulatorConfig config, String option, String value) {
    QrTimings qr = config.qrTimings();
    return switch (option) {
      case "--host" -> config.withHost(value);
      case "--port" -> config.withPort(number(option, value));
      case "--tls-port" -> config.withTlsPort(number(option, value));
      case "--state" -> config.withStateFile(Path.of(value));
      case "--public-base" -> config.withPublicBase(value);
      case "--sync-delay-ms" -> config.withSyncDelayMs(number(option, value));
      case "--qr-first-ms" ->
          config.withQrTimings(new QrTimings(number(option, value), qr.nextMs(), qr.count()));
      case "--qr-next-ms" ->
          config.withQrTimings(new QrTimings(qr.firstMs(), number(option, value), qr.count()));
      case "--qr-count" ->
          config.withQrTimings(new QrTimings(qr.firstMs(), qr.nextMs(), number(option, value)));
      default -> throw new IllegalArgumentException("There is no option " + option + ".");
    };
  }

  private static int number(String option, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("The option " + option + " takes a whole number.", e);
    }
  }
}
