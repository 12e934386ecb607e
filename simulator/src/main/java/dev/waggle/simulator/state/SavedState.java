package dev.waggle.simulator.state;

import dev.waggle.simulator.account.Content;
import dev.waggle.simulator.account.DeviceKeys;
import dev.waggle.simulator.account.Envelope;
import dev.waggle.simulator.account.Group;
import dev.waggle.simulator.account.Receipt;
import java.util.List;
import java.util.Map;

/**
 * The shape of the file. Messages are shared by accounts, so they stand in one list and are
 * referred to by their place in it.
 */
record SavedState(
    int version, List<SavedMessage> messages, List<SavedAccount> accounts, List<Group> groups) {

  static final int VERSION = 1;

  record SavedMessage(Envelope envelope, Content content, Map<String, Integer> acks) {}

  record SavedAccount(
      String number,
      String lid,
      String name,
      boolean offline,
      int lastDevice,
      List<SavedDevice> devices,
      List<Integer> messages,
      List<Integer> waiting) {}

  record SavedDevice(
      int index, DeviceKeys keys, long linkedAt, List<Integer> inbox, List<Receipt> receipts) {}
}
