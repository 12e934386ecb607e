package dev.waggle.simulator.state;

import dev.waggle.simulator.account.Account;
import dev.waggle.simulator.account.Books;
import dev.waggle.simulator.account.Device;
import dev.waggle.simulator.account.Directory;
import dev.waggle.simulator.account.Message;
import dev.waggle.simulator.state.SavedState.SavedAccount;
import dev.waggle.simulator.state.SavedState.SavedDevice;
import java.util.List;

/** Puts what was taken down back into an empty directory. */
final class StateReader {

  private final Directory directory;
  private final Books books;
  private final List<Message> messages;

  private StateReader(Directory directory, Books books, List<Message> messages) {
    this.directory = directory;
    this.books = books;
    this.messages = messages;
  }

  static void read(SavedState state, Directory directory, Books books) {
    List<Message> messages =
        state.messages().stream()
            .map(saved -> new Message(saved.envelope(), saved.content(), saved.acks()))
            .toList();
    StateReader reader = new StateReader(directory, books, messages);
    state.accounts().forEach(reader::account);
    state.groups().forEach(directory::add);
  }

  private void account(SavedAccount saved) {
    Account account = directory.add(new Account(saved.number(), saved.lid(), saved.name()));
    account.setOffline(saved.offline());
    saved.messages().stream().map(messages::get).forEach(account::remember);
    saved.waiting().stream().map(messages::get).forEach(account::await);
    List<Device> devices = saved.devices().stream().map(one -> device(saved, one)).toList();
    account.restore(devices, saved.lastDevice());
  }

  private Device device(SavedAccount account, SavedDevice saved) {
    Device device =
        new Device(account.number(), saved.index(), saved.keys(), saved.linkedAt(), books);
    saved.inbox().stream().map(messages::get).forEach(device.inbox()::add);
    saved.receipts().forEach(device::keep);
    return device;
  }
}
