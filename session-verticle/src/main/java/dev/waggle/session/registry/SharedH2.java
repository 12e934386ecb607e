package dev.waggle.session.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalInt;
import org.h2.tools.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded database as the JVMs of one machine share it. Whoever can open the file serves it to
 * the others, on loopback and under a password; when that JVM ends, however it ends, the next one
 * that needs a connection opens the file. H2 has such a mode of its own (AUTO_SERVER), but there a
 * killed server is missed for four seconds, which is as long as a node's lease lasts.
 */
final class SharedH2 implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SharedH2.class);
  private static final String BIND_PROPERTY = "h2.bindAddress";
  private static final String USER = "waggle";
  private static final long PAUSE_MS = 50;

  private final H2File file;
  private final H2Sharing sharing;
  private final Duration patience;

  private Server server;

  /** Keeps the file open for as long as this JVM serves it. */
  private Connection anchor;

  private volatile boolean closed;

  /**
   * Opens nothing yet.
   *
   * @param folder where the file is or will be
   * @param patience how long to try for one connection
   */
  SharedH2(Path folder, Duration patience) {
    this.file = new H2File(folder.toAbsolutePath().normalize(), patience);
    this.sharing = new H2Sharing(file.folder());
    this.patience = patience;
  }

  /** How long one connection is tried for. */
  Duration patience() {
    return patience;
  }

  /** A new connection, from this JVM or from the one that serves. Blocks up to the patience. */
  Connection connect() throws SQLException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return tryOnce();
      } catch (SQLException e) {
        if (closed || System.nanoTime() > deadline) {
          throw e;
        }
        // Between two servers there is nothing to wait for but that one of the JVMs becomes one.
        pause();
      }
    }
  }

  /** Serves no more; the file is closed with the last connection in this JVM. */
  @Override
  public synchronized void close() throws SQLException {
    closed = true;
    if (server != null) {
      server.stop();
      server = null;
      anchor.close();
    }
  }

  private synchronized Connection tryOnce() throws SQLException {
    try {
      String key = sharing.key();
      if (server != null) {
        return open(file.direct(), key);
      }
      OptionalInt port = sharing.port();
      if (port.isPresent()) {
        return open(file.served(port.getAsInt()), key);
      }
      return serve(key);
    } catch (IOException e) {
      throw new SQLException("The folder of the embedded database cannot be used", e);
    } catch (SQLException servedNoMore) {
      return serveAfter(servedNoMore);
    }
  }

  private Connection serveAfter(SQLException cause) throws SQLException {
    if (closed || server != null) {
      throw cause;
    }
    try {
      return serve(sharing.key());
    } catch (IOException | SQLException e) {
      cause.addSuppressed(e);
      throw cause;
    }
  }

  /** Succeeds in one JVM at a time: the one that gets the file's lock. */
  private Connection serve(String key) throws SQLException, IOException {
    serveOnLoopbackOnly();
    Connection first = open(file.direct(), key);
    Server started = null;
    try {
      started =
          Server.createTcpServer(
              "-tcpPort", "0", "-tcpDaemon", "-ifExists", "-baseDir", file.folder().toString());
      started.start();
      sharing.publish(started.getPort());
      Connection second = open(file.direct(), key);
      server = started;
      anchor = first;
      LOG.info("event=database-served port={}", started.getPort());
      return second;
    } catch (SQLException | IOException e) {
      stop(started);
      first.close();
      throw e;
    }
  }

  private static void stop(Server started) {
    if (started != null) {
      started.stop();
    }
  }

  private static Connection open(String url, String key) throws SQLException {
    return DriverManager.getConnection(url, USER, key);
  }

  /** H2 reads this once, when its first class is loaded, and binds to every address otherwise. */
  private static void serveOnLoopbackOnly() {
    if (System.getProperty(BIND_PROPERTY) == null) {
      System.setProperty(BIND_PROPERTY, "127.0.0.1");
    }
  }

  private static void pause() throws SQLException {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("Interrupted while waiting for the embedded database", e);
    }
  }
}
