package dev.waggle.session.registry;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The shared embedded database in the form that the connection pool asks for. */
final class EmbeddedDataSource implements DataSource {

  private final SharedH2 database;

  EmbeddedDataSource(SharedH2 database) {
    this.database = database;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return database.connect();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("The password is the database's own");
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    // The pool sets none.
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // The database has a patience of its own.
  }

  /** The pool asks how long it should wait, when it is closed, for a connection under way. */
  @Override
  public int getLoginTimeout() {
    return (int) database.patience().toSeconds();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("SLF4J is used");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("Wraps nothing");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
