package dev.waggle.simulator.state;

import dev.waggle.simulator.account.Account;
import dev.waggle.simulator.account.Device;
import dev.waggle.simulator.account.Directory;
import dev.waggle.simulator.account.Message;
import dev.waggle.simulator.state.SavedState.SavedAccount;
import dev.waggle.simulator.state.SavedState.SavedDevice;
import dev.waggle.simulator.state.SavedState.SavedMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;

/** Takes down what a directory holds; the result shares nothing that can still change. */
final class StateWriter {

  private final IdentityHashMap<Message, Integer> places = new IdentityHashMap<>();
  private final List<SavedMessage> messages = new ArrayList<>();

  private StateWriter() {}

  static SavedState write(Directory directory) {
    StateWriter writer = new StateWriter();
    List<SavedAccount> accounts = directory.accounts().stream().map(writer::account).toList();
    return new SavedState(
        SavedState.VERSION, writer.messages, accounts, List.copyOf(directory.groups()));
  }

  private SavedAccount account(Account account) {
    return new SavedAccount(
        account.number(),
        account.lid().user(),
        account.name(),
        account.offline(),
        account.lastDevice(),
        account.devices().stream().map(this::device).toList(),
        places(account.messages()),
        places(account.waiting()));
  }

  private SavedDevice device(Device device) {
    return new SavedDevice(
        device.index(),
        device.keys(),
        device.linkedAt(),
        places(device.inbox().waiting()),
        device.receipts());
  }

  private List<Integer> places(Collection<Message> of) {
    return of.stream().map(this::place).toList();
  }

  private int place(Message message) {
    return places.computeIfAbsent(message, this::append);
  }

  private int append(Message message) {
    messages.add(new SavedMessage(message.envelope(), message.content(), message.acks()));
    return messages.size() - 1;
  }
}
