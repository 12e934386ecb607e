package dev.waggle.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Notices that whoever started this process has gone, however suddenly. */
final class StdinWatch {

  private StdinWatch() {}

  /** Ends the lifetime when standard input ends; what is read is thrown away. */
  static void start(Lifetime lifetime) {
    Thread watch = new Thread(() -> watch(lifetime), "waggle-stdin");
    watch.setDaemon(true);
    watch.start();
  }

  private static void watch(Lifetime lifetime) {
    try (InputStream nowhere = System.in) {
      nowhere.transferTo(OutputStream.nullOutputStream());
    } catch (IOException gone) {
      // A broken pipe says the same as its end.
    }
    lifetime.end();
  }
}
