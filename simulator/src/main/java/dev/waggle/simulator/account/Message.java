package dev.waggle.simulator.account;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One message with how far it has come at each of its receivers. All who take part in the chat
 * share the object.
 */
public final class Message {

  /** The server has it. */
  public static final int SENT = 1;

  /** A receiver's phone or one of its devices has it. */
  public static final int DELIVERED = 2;

  /** A receiver has read it. */
  public static final int READ = 3;

  /** A receiver has played it. */
  public static final int PLAYED = 4;

  private final Envelope envelope;
  private final Content content;
  private final Map<String, Integer> acks;

  /**
   * A message that the server has just taken on.
   *
   * @param receivers numbers of all receivers
   */
  public Message(Envelope envelope, Content content, List<String> receivers) {
    this(envelope, content, Map.of());
    receivers.forEach(number -> acks.put(number, SENT));
  }

  /** A message as it was saved: {@code acks} by the receivers' numbers. */
  public Message(Envelope envelope, Content content, Map<String, Integer> acks) {
    this.envelope = envelope;
    this.content = content;
    this.acks = new LinkedHashMap<>(acks);
  }

  /** Who wrote to whom, when, under which id. */
  public Envelope envelope() {
    return envelope;
  }

  /** What it says. */
  public Content content() {
    return content;
  }

  /** The id that its writer chose. */
  public String id() {
    return envelope.id();
  }

  /** How far it has come at each receiver, by number; a copy. */
  public Map<String, Integer> acks() {
    return Map.copyOf(acks);
  }

  /** How far it has come at every receiver: the lowest of all. */
  public int ack() {
    return acks.values().stream().mapToInt(Integer::intValue).min().orElse(SENT);
  }

  /** How far it has come at one receiver; 0 when the account is none. */
  public int ackOf(String number) {
    return acks.getOrDefault(number, 0);
  }

  /** Notes that it has come further at a receiver; false when it had come as far before. */
  public boolean raise(String number, int ack) {
    Integer before = acks.get(number);
    if (before == null || before >= ack) {
      return false;
    }
    acks.put(number, ack);
    return true;
  }

  /** The message as an account sees it, without a sender's name. */
  public JsonObject seenBy(String number) {
    return envelope.seenBy(number).mergeIn(content.toJson());
  }
}
