package dev.waggle.session.browser;

import com.microsoft.playwright.impl.driver.jar.DriverJar;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Unpacks Playwright's driver (Node.js and its scripts, about 130 MB) once and for all. Left to
 * itself Playwright unpacks it anew for every JVM into a temporary folder, which stays when the JVM
 * is killed.
 *
 * <p>The folder is {@code <data>/driver/<version>}, or what the system property {@code
 * playwright.cli.dir} names. Playwright looks at that property once in the life of a JVM, so the
 * first folder serves all nodes of one JVM.
 */
final class DriverInstall {

  private static final String PROPERTY = "playwright.cli.dir";
  private static final Object ONE_PER_JVM = new Object();

  private DriverInstall() {}

  /**
   * Makes sure that the driver is unpacked and that Playwright will use it. Blocks for one or two
   * seconds the first time, and while another process is unpacking.
   *
   * @return the folder
   */
  static Path ensure(Path data) {
    synchronized (ONE_PER_JVM) {
      String told = System.getProperty(PROPERTY);
      Path folder = told == null ? data.resolve("driver").resolve(version()) : Path.of(told);
      Path absolute = folder.toAbsolutePath();
      if (!isComplete(absolute)) {
        install(absolute);
      }
      System.setProperty(PROPERTY, absolute.toString());
      return absolute;
    }
  }

  private static boolean isComplete(Path folder) {
    return Files.isRegularFile(folder.resolve("package").resolve("cli.js"));
  }

  private static void install(Path folder) {
    Path parent = folder.getParent();
    try {
      Files.createDirectories(parent);
      try (FileChannel file = lockFile(parent);
          FileLock held = file.lock()) {
        if (held.isValid() && !isComplete(folder)) {
          unpack(folder, parent.resolve("." + folder.getFileName() + ".unpacking"));
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("The browser driver could not be unpacked", failed);
    }
  }

  private static FileChannel lockFile(Path parent) throws IOException {
    return FileChannel.open(
        parent.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** The folder appears whole or not at all; what a killed process left half done is removed. */
  private static void unpack(Path folder, Path aside) throws IOException {
    Folders.delete(aside);
    Folders.delete(folder);
    try {
      DriverJar.installDriverTo(aside);
      Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (URISyntaxException impossible) {
      throw new IOException(impossible);
    } finally {
      Folders.delete(aside);
    }
  }

  private static String version() {
    String description = "driver/package/package.json";
    try (InputStream in = DriverJar.class.getClassLoader().getResourceAsStream(description)) {
      String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new JsonObject(json).getString("version");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
