package dev.waggle.chaos.process;

import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.tools.Server;

/** A database that machines with data folders of their own share, on a free port of loopback. */
public final class DatabaseServer implements AutoCloseable {

  private final Server server;

  private DatabaseServer(Server server) {
    this.server = server;
  }

  /** Starts one with its file in a folder. */
  public static DatabaseServer start(Path folder) throws SQLException {
    String base = folder.resolve("database").toString();
    return new DatabaseServer(
        Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", base).start());
  }

  /** Its JDBC address, for the user {@code sa} without a password. */
  public String url() {
    return "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/./waggle;WRITE_DELAY=0";
  }

  @Override
  public void close() {
    server.stop();
  }
}
