package dev.waggle.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.charset.StandardCharsets;

/**
 * What can be asked about keys, at {@link Addresses#KEYS}; any session node answers. No command
 * holds a key, only its hash: {@link KeySecret#hash}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
@JsonSubTypes({
  @JsonSubTypes.Type(value = KeyCommand.Create.class, name = "create"),
  @JsonSubTypes.Type(value = KeyCommand.ListAll.class, name = "list"),
  @JsonSubTypes.Type(value = KeyCommand.Revoke.class, name = "revoke"),
  @JsonSubTypes.Type(value = KeyCommand.Find.class, name = "find"),
})
public sealed interface KeyCommand {

  /** How long a name may be. */
  int MAX_NAME = 100;

  /**
   * Keeps a new key; the same command once more changes nothing. Reply: {@link ApiKey}.
   *
   * @param id see {@link KeySecret#id}
   * @param hash see {@link KeySecret#hash}
   * @param name 1 to 100 characters
   * @param expiresInSeconds null for a key that does not expire
   */
  record Create(String id, String hash, String name, KeyScope scope, Long expiresInSeconds)
      implements KeyCommand {

    /**
     * Checks the name and the time.
     *
     * @throws WaggleException with {@link ErrorCode#INVALID_REQUEST}
     */
    public Create {
      if (id == null || hash == null || scope == null) {
        throw new WaggleException(ErrorCode.INVALID_REQUEST, "A key has an id, a hash, a scope.");
      }
      if (name == null || name.isBlank() || name.length() > MAX_NAME || !isPlain(name)) {
        throw new WaggleException(
            ErrorCode.INVALID_REQUEST,
            "A key's name has 1 to " + MAX_NAME + " characters, none of them a control character.");
      }
      if (expiresInSeconds != null && expiresInSeconds < 1) {
        throw new WaggleException(
            ErrorCode.INVALID_REQUEST, "expiresInSeconds must be at least 1.");
      }
    }

    /** Whether a database takes it as it is. */
    private static boolean isPlain(String name) {
      return name.chars().noneMatch(Character::isISOControl)
          && StandardCharsets.UTF_8.newEncoder().canEncode(name);
    }
  }

  /** Reply: {@link KeyList}, expired keys included. */
  record ListAll() implements KeyCommand {}

  /**
   * Forgets a key, tells everybody at {@link Addresses#REVOKED_KEYS}, and replies with an empty
   * object. Fails with NOT_FOUND.
   */
  record Revoke(String id) implements KeyCommand {}

  /** Reply: the {@link ApiKey} of that hash. Fails with UNAUTHORIZED without one that is good. */
  record Find(String hash) implements KeyCommand {}
}
