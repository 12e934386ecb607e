package dev.waggle.gateway.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Waggle's version, as the build wrote it into the jar. */
final class GatewayVersion {

  private GatewayVersion() {}

  /** Reads it; blocks for one small resource. */
  static String read() {
    try (InputStream in = GatewayVersion.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
