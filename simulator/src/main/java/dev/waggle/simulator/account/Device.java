package dev.waggle.simulator.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A device linked to an account: its keys, and what waits for it. */
public final class Device {

  private final String number;
  private final int index;
  private final DeviceKeys keys;
  private final long linkedAt;
  private final DeviceBook book;
  private final Inbox inbox;
  private final List<Receipt> receipts = new ArrayList<>();

  /**
   * @param number the account's
   * @param index 1 for the account's first device, and never given out again
   * @param linkedAt milliseconds since 1970
   */
  public Device(String number, int index, DeviceKeys keys, long linkedAt, Books books) {
    this.number = number;
    this.index = index;
    this.keys = keys;
    this.linkedAt = linkedAt;
    this.book = books.of(id());
    this.inbox = new Inbox(book);
  }

  /** The full id, such as {@code 5511999999999:1@c.us}. */
  public String id() {
    return number + ":" + index + "@c.us";
  }

  /** The account's number. */
  public String number() {
    return number;
  }

  /** Which device of the account it is, from 1. */
  public int index() {
    return index;
  }

  /** What it must prove to have when it logs in. */
  public DeviceKeys keys() {
    return keys;
  }

  /** When it was linked, in milliseconds since 1970. */
  public long linkedAt() {
    return linkedAt;
  }

  /** Its counts. */
  public DeviceBook book() {
    return book;
  }

  /** The messages that wait for it. */
  public Inbox inbox() {
    return inbox;
  }

  /** The receipts that it has not confirmed, oldest first; a copy. */
  public List<Receipt> receipts() {
    return List.copyOf(receipts);
  }

  /** Keeps a receipt until the device confirms it. */
  public void keep(Receipt receipt) {
    receipts.add(receipt);
  }

  /** The device has stored these receipts: they are not sent again. */
  public void confirm(Collection<String> ids, int ack) {
    receipts.removeIf(receipt -> receipt.ack() <= ack && ids.contains(receipt.id()));
  }
}
