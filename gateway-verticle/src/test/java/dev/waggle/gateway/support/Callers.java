package dev.waggle.gateway.support;

import dev.waggle.contract.KeyAction;
import dev.waggle.contract.KeyScope;
import dev.waggle.contract.KeySecret;
import dev.waggle.contract.SessionName;
import dev.waggle.gateway.settings.JwtSettings;
import dev.waggle.gateway.support.ApiCatalogue.Operation;
import dev.waggle.gateway.token.Signer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every kind of caller that a gateway tells apart. */
public final class Callers {

  /** The session that a caller may have. */
  public static final String OWN = "sales";

  /** The default session of {@link RunningGateway}, which the same callers have. */
  public static final String DEFAULT = RunningGateway.SETTINGS.defaultSession();

  /** A session that none of the callers but administrators may see. */
  public static final String FOREIGN = "hr";

  private static final String SECRET = "a secret that both sides know, of some length";

  /** Whose tokens the gateway must take. */
  public static final JwtSettings SETTINGS =
      new JwtSettings(
          SECRET, "", "", "https://id.example.com", "waggle", "role", "ADMIN", Duration.ZERO);

  private final List<Caller> callers = new ArrayList<>();

  /** How a request ends for somebody. */
  public enum Outcome {
    ALLOWED,
    FORBIDDEN,
    UNAUTHORIZED
  }

  /**
   * One kind.
   *
   * @param known whether the gateway takes the credential
   * @param actions what it is good for, in the document's words; all of them for administrators
   * @param own whether it is good for {@link #OWN}
   */
  public record Caller(
      String name,
      Optional<String> credential,
      boolean known,
      boolean admin,
      Set<String> actions,
      boolean own) {

    /** What the document says of this caller's request. */
    public Outcome expected(Operation operation) {
      if (!known) {
        return Outcome.UNAUTHORIZED;
      }
      boolean reached = operation.aboutASession() ? own : "read".equals(operation.action());
      boolean allowed = admin || (actions.contains(operation.action()) && reached);
      return allowed ? Outcome.ALLOWED : Outcome.FORBIDDEN;
    }

    /** Whether he may listen to a session. */
    public Outcome expectedToListen(String session) {
      if (!known) {
        return Outcome.UNAUTHORIZED;
      }
      boolean mine = own ? session.equals(OWN) : session.equals(FOREIGN);
      return admin || (actions.contains("read") && mine) ? Outcome.ALLOWED : Outcome.FORBIDDEN;
    }
  }

  /** All of them, with keys that this node knows. */
  public Callers(RunningGateway gateway, BusKeys keys) {
    add("no key", null);
    add("wrong key", "correct-horse-battery-stable");
    add("key that nobody made", KeySecret.random().text());
    add("token of a stranger", Signer.hs256(new byte[32], admin()));
    add("revoked key", revoked(gateway, keys));
    addKey("key of another session", keys, false, EnumSet.allOf(KeyAction.class));
    for (KeyAction action : KeyAction.values()) {
      addKey("key to " + action.wireName(), keys, true, EnumSet.of(action));
    }
    addKey("key of the session", keys, true, EnumSet.allOf(KeyAction.class));
    addAdmin("configured key", RunningGateway.KEY);
    addAdmin("key of an administrator", keys.admin());
    addAdmin("token of an administrator", token(admin()));
    callers.add(
        new Caller(
            "token without a role",
            Optional.of(token(Signer.claims("eve"))),
            true,
            false,
            Set.of(),
            false));
  }

  /** In an order that is easy to read. */
  public List<Caller> all() {
    return List.copyOf(callers);
  }

  /** Somebody who may do everything. */
  public Caller administrator() {
    return callers.stream().filter(Caller::admin).findFirst().orElseThrow();
  }

  /** A token for everything that soon ends. */
  public static String administratorsToken(Duration life) {
    return token(admin().put("exp", Instant.now().plus(life).getEpochSecond()));
  }

  private static JsonObject admin() {
    return Signer.claims("ana").put("role", "admin");
  }

  private static String token(JsonObject claims) {
    return Signer.hs256(SECRET.getBytes(StandardCharsets.UTF_8), claims);
  }

  /** Used once before, so that the gateway remembers it. */
  private static String revoked(RunningGateway gateway, BusKeys keys) {
    String key = keys.admin();
    int before = gateway.send(gateway.as(key, "GET", "/api/me")).statusCode();
    if (before != 200) {
      throw new AssertionError("the key should be good at first, not " + before);
    }
    keys.revoke(key);
    return key;
  }

  private void add(String name, String credential) {
    callers.add(new Caller(name, Optional.ofNullable(credential), false, false, Set.of(), false));
  }

  private void addAdmin(String name, String credential) {
    callers.add(new Caller(name, Optional.of(credential), true, true, Set.of(), true));
  }

  private void addKey(String name, BusKeys keys, boolean own, Set<KeyAction> actions) {
    Set<SessionName> sessions =
        Arrays.stream(own ? new String[] {OWN, DEFAULT} : new String[] {FOREIGN})
            .map(SessionName::new)
            .collect(Collectors.toSet());
    String key = keys.make(KeyScope.of(sessions, actions), null);
    Set<String> words =
        actions.stream().map(a -> a.name().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    callers.add(new Caller(name, Optional.of(key), true, false, words, own));
  }
}
