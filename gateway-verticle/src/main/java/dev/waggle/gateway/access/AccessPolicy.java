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

  /**
   * Administrators may do everything. Others do their actions on their sessions, and may ask for
   * lists (reading, of no single session), which then show their own sessions only.
   */
  AccessPolicy BY_SCOPE =
      (who, action, session) ->
          who.isAdmin()
              || (action != Action.ADMIN
                  && who.actions().contains(action)
                  && session.map(who.sessions()::contains).orElse(action == Action.READ));

  /**
   * Whether it is allowed.
   *
   * @param action what the API document says of the operation; listening is {@link Action#READ}
   * @param session what it is done to; empty for what concerns no single session
   */
  boolean allows(Principal who, Action action, Optional<SessionName> session);

  /**
   * The same, for callers that go no further.
   *
   * @throws WaggleException with {@link ErrorCode#FORBIDDEN}
   */
  default void require(Principal who, Action action, Optional<SessionName> session) {
    if (!allows(who, action, session)) {
      throw new WaggleException(
          ErrorCode.FORBIDDEN,
          "This key is not good for that"
              + session.map(name -> " on session " + name).orElse("")
              + "; use another key.");
    }
  }
}
