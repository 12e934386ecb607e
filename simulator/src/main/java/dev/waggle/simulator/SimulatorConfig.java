package dev.waggle.simulator;

import dev.waggle.simulator.chat.QrTimings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a stand-in is set up.
 *
 * @param host address to listen on
 * @param port for HTTP; 0 for any free one
 * @param tlsPort for HTTPS with a self-made certificate; 0 for any free one, {@link #OFF} for none
 * @param qrTimings how long the page shows its QRs
 * @param syncDelayMs how long the page stays in SYNCING after a login, in milliseconds; 200 or more
 *     is what clients of the live page are used to
 * @param publicBase the URL under which users reach it, when that is not the address it listens on
 * @param stateFile where accounts and devices outlive a restart; empty for memory only
 * @param maxBodyBytes of a request: the largest medium that can be uploaded
 */
public record SimulatorConfig(
    String host,
    int port,
    int tlsPort,
    QrTimings qrTimings,
    long syncDelayMs,
    Optional<String> publicBase,
    Optional<Path> stateFile,
    long maxBodyBytes) {

  /** No HTTPS. */
  public static final int OFF = -1;

  private static final long MEGABYTE = 1024L * 1024;

  /** Refuses ports that cannot be and a negative delay. */
  public SimulatorConfig {
    if (port < 0 || port > 65_535 || tlsPort < OFF || tlsPort > 65_535) {
      throw new IllegalArgumentException("A port is 0 to 65535; -1 switches HTTPS off.");
    }
    if (syncDelayMs < 0 || maxBodyBytes < 1) {
      throw new IllegalArgumentException("Sync delay and largest body must not be negative.");
    }
  }

  /** Loopback, any free ports, the live page's timings, nothing kept. */
  public static SimulatorConfig defaults() {
    return new SimulatorConfig(
        "127.0.0.1", 0, 0, QrTimings.LIVE, 300, Optional.empty(), Optional.empty(), 100 * MEGABYTE);
  }

  /** The same on another address. */
  public SimulatorConfig withHost(String host) {
    return new SimulatorConfig(
        host, port, tlsPort, qrTimings, syncDelayMs, publicBase, stateFile, maxBodyBytes);
  }

  /** The same on another HTTP port. */
  public SimulatorConfig withPort(int port) {
    return new SimulatorConfig(
        host, port, tlsPort, qrTimings, syncDelayMs, publicBase, stateFile, maxBodyBytes);
  }

  /** The same on another HTTPS port. */
  public SimulatorConfig withTlsPort(int tlsPort) {
    return new SimulatorConfig(
        host, port, tlsPort, qrTimings, syncDelayMs, publicBase, stateFile, maxBodyBytes);
  }

  /** The same with other times for the QRs. */
  public SimulatorConfig withQrTimings(QrTimings qrTimings) {
    return new SimulatorConfig(
        host, port, tlsPort, qrTimings, syncDelayMs, publicBase, stateFile, maxBodyBytes);
  }

  /** The same with a longer or shorter sync. */
  public SimulatorConfig withSyncDelayMs(long syncDelayMs) {
    return new SimulatorConfig(
        host, port, tlsPort, qrTimings, syncDelayMs, publicBase, stateFile, maxBodyBytes);
  }

  /** The same reached under another URL, without a slash at the end. */
  public SimulatorConfig withPublicBase(String publicBase) {
    return new SimulatorConfig(
        host,
        port,
        tlsPort,
        qrTimings,
        syncDelayMs,
        Optional.of(publicBase),
        stateFile,
        maxBodyBytes);
  }

  /** The same with accounts and devices kept in a file. */
  public SimulatorConfig withStateFile(Path stateFile) {
    return new SimulatorConfig(
        host,
        port,
        tlsPort,
        qrTimings,
        syncDelayMs,
        publicBase,
        Optional.of(stateFile),
        maxBodyBytes);
  }
}
