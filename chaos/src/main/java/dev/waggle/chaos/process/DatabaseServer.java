package dev.waggle.chaos.process;

import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.tools.Server;

/** An H2 in this JVM that machines with data folders of their own share, on a port. */
public final class DatabaseServer implements SharedDatabase {

  private static final String FREE = "0";

  private final String folder;
  private final String address;
  private Server server;

  private DatabaseServer(Path folder, String address) throws SQLException {
    this.folder = folder.resolve("database").toString();
    this.address = address;
    this.server = serve(FREE);
  }

  /** Starts one with its file in a folder, on loopback. */
  public static DatabaseServer start(Path folder) throws SQLException {
    return start(folder, Place.HERE.address());
  }

  /**
   * The same for whoever reaches this machine.
   *
   * @param address that they find it at
   */
  public static DatabaseServer start(Path folder, String address) throws SQLException {
    return new DatabaseServer(folder, address);
  }

  /** Its JDBC address, for the user {@code sa} without a password. */
  @Override
  public String url() {
    return "jdbc:h2:tcp://" + address + ":" + server.getPort() + "/./waggle;WRITE_DELAY=0";
  }

  @Override
  public String user() {
    return "sa";
  }

  @Override
  public String password() {
    return "";
  }

  /** Ends every connection and takes none. */
  public void stop() {
    server.stop();
  }

  /** Is there again after {@link #stop}, at the same port with everything that it had. */
  public void startAgain() throws SQLException {
    server = serve(String.valueOf(server.getPort()));
  }

  @Override
  public void close() {
    server.stop();
  }

  private Server serve(String port) throws SQLException {
    return address.equals(Place.HERE.address())
        ? Server.createTcpServer("-tcpPort", port, "-ifNotExists", "-baseDir", folder).start()
        : Server.createTcpServer(
                "-tcpPort", port, "-tcpAllowOthers", "-ifNotExists", "-baseDir", folder)
            .start();
  }
}
