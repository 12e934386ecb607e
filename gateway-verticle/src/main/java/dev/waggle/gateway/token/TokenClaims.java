package dev.waggle.gateway.token;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import dev.waggle.gateway.access.Action;
import dev.waggle.gateway.access.Principal;
import dev.waggle.gateway.settings.JwtSettings;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the holder of a token may do, by the claims that its signer made. */
record TokenClaims(JsonObject claims, JwtSettings settings) {

  private static final String SESSIONS = "sessions";
  private static final String ACTIONS = "actions";
  private static final int LONGEST_NAME = 128;

  /**
   * The holder: an administrator by role, else good for the sessions and actions that are claimed,
   * which may be none.
   *
   * @throws WaggleException with UNAUTHORIZED when the token never ends
   */
  Principal principal() {
    Instant end = end();
    return isAdmin()
        ? new Principal(name(), Principal.Role.ADMIN, Set.of(), Set.of(), end)
        : new Principal(name(), Principal.Role.SESSION, sessions(), actions(), end);
  }

  private Instant end() {
    if (!(claims.getValue("exp") instanceof Number seconds)) {
      throw new WaggleException(ErrorCode.UNAUTHORIZED, "A token needs an end: the claim exp.");
    }
    return Instant.ofEpochSecond(seconds.longValue()).plus(settings.leeway());
  }

  private boolean isAdmin() {
    return texts(roles()).stream().anyMatch(settings.adminRole()::equalsIgnoreCase);
  }

  /** A claim of that very name, or the one that its dots lead to. */
  private Object roles() {
    String path = settings.roleClaim();
    Object found = claims.getValue(path);
    if (found != null) {
      return found;
    }
    Object here = claims;
    for (String step : path.split("\\.", -1)) {
      here = here instanceof JsonObject object ? object.getValue(step) : null;
    }
    return here;
  }

  private Set<SessionName> sessions() {
    return texts(claims.getValue(SESSIONS)).stream()
        .filter(name -> name.matches(SessionName.PATTERN))
        .map(SessionName::new)
        .collect(Collectors.toSet());
  }

  private Set<Action> actions() {
    List<String> named =
        texts(claims.getValue(ACTIONS)).stream().map(t -> t.toLowerCase(Locale.ROOT)).toList();
    return Arrays.stream(Action.values())
        .filter(action -> named.contains(action.wireName()))
        .collect(Collectors.toSet());
  }

  /** The subject, without what would break a line of a log. */
  private String name() {
    String subject = claims.getValue("sub") instanceof String sub ? sub : "nobody";
    String line = subject.replaceAll("\\p{Cntrl}", "");
    return "jwt:" + line.substring(0, Math.min(LONGEST_NAME, line.length()));
  }

  /** One text or a list of them; anything else is nothing. */
  private static List<String> texts(Object claim) {
    if (claim instanceof String text) {
      return List.of(text);
    }
    return claim instanceof JsonArray array
        ? array.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }
}
