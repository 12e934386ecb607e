package dev.waggle.session.message;

import dev.waggle.contract.EventData.Message;
import dev.waggle.contract.EventData.MessageAck;
import dev.waggle.contract.MessageSent;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionInfo.Account;
import dev.waggle.session.bus.EventPublisher;
import dev.waggle.session.page.OutgoingMessage;
import dev.waggle.session.page.PageEvent;
import java.util.List;

/**
 * Tells what comes in, what goes out and how far it got: each message once, each ack only when it
 * goes further. The page may repeat itself, above all after a reconnect, and may say nothing of
 * what is sent in its first moments.
 */
public final class MessageFeed {

  private static final int REMEMBERED = 10_000;

  /** More than a page brings up again when it opens. */
  private static final int HANDED_ON = 2_000;

  /** A message that cannot be read yet; it comes again, under the same id, when it can. */
  private static final String UNDECRYPTED = "ciphertext";

  private static final int FAILED = -1;

  private final EventPublisher publisher;
  private final Activity activity;
  private final RecentMap<String, Boolean> told = new RecentMap<>(REMEMBERED);
  private final RecentMap<String, Integer> acks = new RecentMap<>(REMEMBERED);

  /**
   * A feed that has told nothing yet.
   *
   * @param activity is told of every message and ack
   * @param before what a former owner has told
   */
  public MessageFeed(EventPublisher publisher, Activity activity, MessageMemory before) {
    this.publisher = publisher;
    this.activity = activity;
    before.told().forEach(key -> told.put(key, true));
    before.acks().forEach(acks::put);
  }

  /** What the next owner need not tell again. */
  public MessageMemory memory() {
    return new MessageMemory(List.copyOf(told.latest(HANDED_ON).keySet()), acks.latest(HANDED_ON));
  }

  /** Takes an event if it is about messages, and says whether it was. */
  public boolean accept(PageEvent event) {
    if (event instanceof PageEvent.MessageAdded added) {
      activity.happened();
      onMessage(added.message());
      return true;
    }
    if (event instanceof PageEvent.AckChanged changed) {
      activity.happened();
      onAck(changed.ack());
      return true;
    }
    return false;
  }

  /** What WhatsApp's server has taken from us; told unless the page has told it. */
  public void onSent(OutgoingMessage message, MessageSent sent, Account me) {
    onMessage(OwnMessage.of(message, sent, me));
  }

  private void onMessage(Message message) {
    if (message.type().equals(UNDECRYPTED) || told.put(key(message), true) != null) {
      return;
    }
    publisher.publish(
        message.fromMe() ? SessionEventType.MESSAGE_SENT : SessionEventType.MESSAGE, message);
  }

  /**
   * Our own ids are unique by their bare part, while the chat in the full id may be spelled anew.
   */
  private static String key(Message message) {
    String[] parts = message.id().split("_", -1);
    return message.fromMe() && parts.length > 2 ? parts[2] : message.id();
  }

  private void onAck(MessageAck ack) {
    Integer known = acks.get(ack.id());
    if (known == null || goesFurther(known, ack.ack())) {
      acks.put(ack.id(), ack.ack());
      publisher.publish(SessionEventType.MESSAGE_ACK, ack);
    }
  }

  /** A failure is final only for a message that nobody has; a retry may still get through. */
  private static boolean goesFurther(int known, int next) {
    return next == FAILED ? known == 0 : next > known;
  }
}
