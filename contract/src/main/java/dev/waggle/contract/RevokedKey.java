package dev.waggle.contract;

/**
 * A key is good for nothing any more; published at {@link Addresses#REVOKED_KEYS}. Whoever holds a
 * socket open with it closes it.
 *
 * @param name the name under which gateways know its holder: {@code key:<id>}
 */
public record RevokedKey(String name) {

  /**
   * Checks that there is a name.
   *
   * @throws WaggleException with {@link ErrorCode#INVALID_REQUEST}
   */
  public RevokedKey {
    if (name == null || name.isEmpty()) {
      throw new WaggleException(ErrorCode.INVALID_REQUEST, "A revoked key has a name.");
    }
  }
}
