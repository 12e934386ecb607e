package dev.waggle.simulator.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The messages that wait for one linked device, in the order in which they were written. A message
 * stays until the device says that it has received it.
 */
public final class Inbox {

  /** A waiting message and where it was last written to; {@code 0}: nowhere yet. */
  private static final class Entry {
    final Message message;
    final long number;
    long connection;

    Entry(Message message, long number) {
      this.message = message;
      this.number = number;
    }
  }

  private final DeviceBook book;
  private final Map<String, Entry> waiting = new LinkedHashMap<>();
  private long lastNumber;
  private long highestReceived;

  Inbox(DeviceBook book) {
    this.book = book;
  }

  /** Puts a message behind the others. */
  public void add(Message message) {
    waiting.put(message.id(), new Entry(message, ++lastNumber));
    book.queued();
  }

  /** What waits, oldest first; a copy. */
  public List<Message> waiting() {
    List<Message> messages = new ArrayList<>();
    waiting.values().forEach(entry -> messages.add(entry.message));
    return messages;
  }

  /** How many messages wait. */
  public int size() {
    return waiting.size();
  }

  /**
   * Notes that a message is being written to a connection of the device. A second time on the same
   * connection counts as a duplicate, a second time on a later one as a redelivery.
   */
  public void written(Message message, long connection) {
    Entry entry = waiting.get(message.id());
    if (entry == null || entry.connection == connection) {
      book.duplicated();
    } else if (entry.connection != 0) {
      book.redelivered();
    }
    if (entry != null) {
      entry.connection = connection;
    }
  }

  /**
   * The device has a message in its own store. Received later than a newer one it counts as out of
   * order; not waiting, or never written to the device, as a stray.
   *
   * @return the message, unless it did not wait
   */
  public Optional<Message> received(String id) {
    Entry entry = waiting.get(id);
    if (entry == null || entry.connection == 0) {
      book.stray();
      return Optional.empty();
    }
    waiting.remove(id);
    book.received(entry.number < highestReceived);
    highestReceived = Math.max(highestReceived, entry.number);
    return Optional.of(entry.message);
  }

  /** The device is gone: what still waits is lost, and counted so. */
  void abandon() {
    book.lost(waiting.size());
    waiting.clear();
  }
}
