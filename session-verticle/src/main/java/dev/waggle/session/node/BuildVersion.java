package dev.waggle.session.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Waggle's own version, as the build wrote it. */
final class BuildVersion {

  private BuildVersion() {}

  static String read() {
    Properties properties = new Properties();
    try (InputStream in = BuildVersion.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("version.properties is not readable", e);
    }
    return properties.getProperty("version");
  }
}
