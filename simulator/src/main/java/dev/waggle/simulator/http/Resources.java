package dev.waggle.simulator.http;

import dev.waggle.simulator.account.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.MimeMapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Files of this module, read once from the class path. Vert.x's own static handler would unpack
 * them into a temporary folder, which stays behind when the process is killed.
 */
final class Resources {

  private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_./-]*");

  private final Vertx vertx;
  private final Map<String, Buffer> read = new ConcurrentHashMap<>();

  Resources(Vertx vertx) {
    this.vertx = vertx;
  }

  /** A file by its folder and its path below it; fails with 404 when there is none. */
  Future<Buffer> file(String folder, String path) {
    if (!SAFE_NAME.matcher(path).matches() || path.contains("..")) {
      return Future.failedFuture(notFound());
    }
    String name = folder + "/" + path;
    Buffer known = read.get(name);
    return known != null
        ? Future.succeededFuture(known)
        : vertx.executeBlocking(() -> read.computeIfAbsent(name, Resources::load), false);
  }

  private static Buffer load(String name) {
    try (InputStream in = Resources.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw notFound();
      }
      return Buffer.buffer(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Refusal notFound() {
    return new Refusal(404, "There is no such file.");
  }

  /** The media type of a file by its name. */
  static String mediaType(String path) {
    String type = MimeMapping.mimeTypeForFilename(path);
    boolean text = type != null && (type.startsWith("text/") || type.endsWith("javascript"));
    return text ? type + ";charset=utf-8" : type == null ? "application/octet-stream" : type;
  }
}
