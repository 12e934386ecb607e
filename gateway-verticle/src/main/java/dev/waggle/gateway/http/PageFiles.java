package dev.waggle.gateway.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Which files a folder of the class path holds, be it in a jar or on disk. Blocks. */
final class PageFiles {

  private PageFiles() {}

  /**
   * The files below a folder that pages load, by their path in it; the pages themselves, {@code
   * .html}, have addresses of their own.
   */
  static List<String> in(String folder) {
    URL url = PageFiles.class.getResource(folder);
    try {
      return url.getProtocol().equals("jar") ? inJar(url.toURI()) : below(Path.of(url.toURI()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The class path has an address that is none.", e);
    }
  }

  /** {@code jar:file:/…/waggle.jar!/gateway-web/}. */
  private static List<String> inJar(URI uri) throws IOException {
    String[] parts = uri.getRawSchemeSpecificPart().split("!", 2);
    try (FileSystem jar = FileSystems.newFileSystem(Path.of(URI.create(parts[0])))) {
      return below(jar.getPath(parts[1]));
    }
  }

  private static List<String> below(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(file -> !file.endsWith(".html"))
          .sorted()
          .toList();
    }
  }
}
