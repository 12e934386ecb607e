package dev.waggle.it.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Lines of the source documents, kept as resources below {@code documents}. */
final class Documents {

  private Documents() {}

  static String read(String name) {
    try (InputStream in = Documents.class.getResourceAsStream("/documents/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
