package dev.waggle.gateway.support;

import dev.waggle.gateway.support.Callers.Outcome;
import java.util.Optional;

/** A way for sockets into a gateway, for tests that try them all. */
public interface Door {

  /**
   * Opens a socket, shows the credential when there is one, and asks for the events of a session.
   *
   * @param session as a client would write it, so it need not be a legal name
   */
  Outcome listen(RunningGateway gateway, Optional<String> credential, String session);
}
