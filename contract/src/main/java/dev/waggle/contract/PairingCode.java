package dev.waggle.contract;

/**
 * The code that a person types on the phone under "Link with phone number".
 *
 * @param code eight characters in two groups, {@code ABCD-1234}; never logged
 */
public record PairingCode(String code) {
  @Override
  public String toString() {
    return "PairingCode[…]";
  }
}
