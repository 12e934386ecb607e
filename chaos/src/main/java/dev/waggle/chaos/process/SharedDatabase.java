package dev.waggle.chaos.process;

/** A database that machines with data folders of their own share. */
public interface SharedDatabase extends AutoCloseable {

  /** Its JDBC address. */
  String url();

  String user();

  String password();

  @Override
  void close();
}
