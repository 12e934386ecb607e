package dev.waggle.simulator.fault;

import dev.waggle.simulator.account.Device;

/**
 * Whom a fault would hit. A fault with a filter hits only whom it names.
 *
 * @param number of the account, or null when it is not known (yet)
 * @param device full id of the device, or null when there is none (yet)
 */
public record Target(String number, String device) {

  /** Somebody of whom nothing is known, such as a page that is not linked. */
  public static final Target UNKNOWN = new Target(null, null);

  /** A linked device. */
  public static Target of(Device device) {
    return new Target(device.number(), device.id());
  }

  /** An account whatever the device. */
  public static Target ofAccount(String number) {
    return new Target(number, null);
  }
}
