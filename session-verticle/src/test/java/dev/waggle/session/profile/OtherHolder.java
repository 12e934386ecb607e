package dev.waggle.session.profile;

import dev.waggle.contract.SessionName;
import dev.waggle.session.support.ChildJvm;
import dev.waggle.session.support.Futures;
import io.vertx.core.Vertx;
import java.nio.file.Path;

/** A process that locks a profile and holds it until it is killed. */
final class OtherHolder {

  private OtherHolder() {}

  /** Done when the lock is held. */
  static Process start(Path data, SessionName session) throws Exception {
    return ChildJvm.start(OtherHolder.class, data.toString(), session.value());
  }

  public static void main(String[] arguments) {
    ProfileFolders folders = new ProfileFolders(Vertx.vertx(), Path.of(arguments[0]));
    ChildJvm.stayReady(() -> Futures.await(folders.lock(new SessionName(arguments[1]))));
  }
}
