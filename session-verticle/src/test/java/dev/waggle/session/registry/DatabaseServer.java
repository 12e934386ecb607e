package dev.waggle.session.registry;

import dev.waggle.session.settings.DatabaseSettings;
import dev.waggle.session.support.ChildJvm;
import dev.waggle.session.support.Futures;
import io.vertx.core.Vertx;
import java.nio.file.Path;

/** A process that opens the embedded database first, so that it serves it, until it is killed. */
final class DatabaseServer {

  private DatabaseServer() {}

  /** Done when the database is served. */
  static Process start(Path data) throws Exception {
    return ChildJvm.start(DatabaseServer.class, data.toString());
  }

  public static void main(String[] arguments) {
    Path data = Path.of(arguments[0]);
    ChildJvm.stayReady(
        () -> Futures.await(Database.open(Vertx.vertx(), DatabaseSettings.DEFAULT, data)));
  }
}
