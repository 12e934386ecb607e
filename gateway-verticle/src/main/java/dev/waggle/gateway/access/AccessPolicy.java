package dev.waggle.gateway.access;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import java.util.Optional;

/**
 * May this principal do this? The one place where that is asked; HTTP operations and socket
 * registrations both come here.
 */
@FunctionalInterface
public interface AccessPolicy {

  /** The action of listening to a session's feed. */
  String LISTEN = "listen";

  /** The action of seeing that a session exists. */
  String SEE = "getSession";

  /** An administrator's key opens everything. */
  AccessPolicy BY_ROLE = (who, action, session) -> who.role() == Principal.Role.ADMIN;

  /**
   * Whether it is allowed.
   *
   * @param action an operation's id in the API document, or {@link #LISTEN}
   * @param session what it is done to; empty for what concerns no single session
   */
  boolean allows(Principal who, String action, Optional<SessionName> session);

  /**
   * The same, for callers that go no further.
   *
   * @throws WaggleException with {@link ErrorCode#FORBIDDEN}
   */
  default void require(Principal who, String action, Optional<SessionName> session) {
    if (!allows(who, action, session)) {
      throw new WaggleException(
          ErrorCode.FORBIDDEN,
          "This key is not good for that"
              + session.map(name -> " on session " + name).orElse("")
              + "; use another key.");
    }
  }
}
