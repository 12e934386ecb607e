package dev.waggle.simulator.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A WhatsApp account: its virtual phone, its linked devices, and the messages it knows. */
public final class Account {

  private final String number;
  private final String lid;
  private final Map<Integer, Device> devices = new TreeMap<>();
  private final Map<String, Message> messages = new LinkedHashMap<>();
  private final List<Message> waiting = new ArrayList<>();
  private String name;
  private boolean offline;
  private int lastDevice;

  /**
   * @param number digits with the country code, no plus sign
   * @param lid the hidden id, digits
   * @param name what others see as the writer's name
   */
  public Account(String number, String lid, String name) {
    this.number = number;
    this.lid = lid;
    this.name = name;
  }

  /** Digits with the country code, no plus sign. */
  public String number() {
    return number;
  }

  /** The address by number. */
  public Wid wid() {
    return Wid.ofNumber(number);
  }

  /** The address by hidden id. */
  public Wid lid() {
    return new Wid(lid, "lid");
  }

  /** What others see as the writer's name. */
  public String name() {
    return name;
  }

  /** Gives the account another name. */
  public void rename(String name) {
    this.name = name;
  }

  /** Whether the phone itself is out of reach; linked devices are not concerned. */
  public boolean offline() {
    return offline;
  }

  /** Takes the phone out of reach or back. */
  public void setOffline(boolean offline) {
    this.offline = offline;
  }

  /** The linked devices, oldest first. */
  public Collection<Device> devices() {
    return List.copyOf(devices.values());
  }

  /** The highest device index given out so far. */
  public int lastDevice() {
    return lastDevice;
  }

  /** Links a new device. */
  public Device link(DeviceKeys keys, long now, Books books) {
    Device device = new Device(number, ++lastDevice, keys, now, books);
    devices.put(device.index(), device);
    return device;
  }

  /** Puts saved devices back; {@code last} is the highest index that was ever given out. */
  public void restore(List<Device> saved, int last) {
    saved.forEach(device -> devices.put(device.index(), device));
    lastDevice = last;
  }

  /** Forgets a device; what waited for it is lost. Nothing happens when it is unknown. */
  public void remove(Device device) {
    if (devices.remove(device.index(), device)) {
      device.inbox().abandon();
    }
  }

  /** Notes a message that the account wrote or was sent. */
  public void remember(Message message) {
    messages.put(message.id(), message);
  }

  /** A message that the account wrote or was sent. */
  public Optional<Message> message(String id) {
    return Optional.ofNullable(messages.get(id));
  }

  /** Every message that the account wrote or was sent, oldest first, even those below. */
  public Collection<Message> messages() {
    return List.copyOf(messages.values());
  }

  /** The messages that wait for the phone while it is out of reach, oldest first. */
  public List<Message> waiting() {
    return List.copyOf(waiting);
  }

  /** Keeps a message for the phone. */
  public void await(Message message) {
    waiting.add(message);
  }

  /** Takes out all messages that waited for the phone. */
  public List<Message> takeWaiting() {
    List<Message> taken = List.copyOf(waiting);
    waiting.clear();
    return taken;
  }
}
