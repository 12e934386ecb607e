package dev.waggle.session.message;

import dev.waggle.contract.EventData.Message;
import dev.waggle.contract.EventData.MessageAck;
import dev.waggle.contract.SessionEventType;
import dev.waggle.session.bus.EventPublisher;
import dev.waggle.session.page.PageEvent;

/**
 * Tells what the page reports of messages: each message once, each ack only when it goes further.
 * The page may repeat itself, above all after a reconnect.
 */
public final class InboundMessages {

  private static final int REMEMBERED = 10_000;

  /** A message that cannot be read yet; it comes again, under the same id, when it can. */
  private static final String UNDECRYPTED = "ciphertext";

  private static final int FAILED = -1;

  private final EventPublisher publisher;
  private final RecentMap<String, Boolean> told = new RecentMap<>(REMEMBERED);
  private final RecentMap<String, Integer> acks = new RecentMap<>(REMEMBERED);

  public InboundMessages(EventPublisher publisher) {
    this.publisher = publisher;
  }

  /** Takes an event if it is about messages, and says whether it was. */
  public boolean accept(PageEvent event) {
    if (event instanceof PageEvent.MessageAdded added) {
      onMessage(added.message());
      return true;
    }
    if (event instanceof PageEvent.AckChanged changed) {
      onAck(changed.ack());
      return true;
    }
    return false;
  }

  private void onMessage(Message message) {
    if (message.type().equals(UNDECRYPTED) || told.put(message.id(), true) != null) {
      return;
    }
    publisher.publish(
        message.fromMe() ? SessionEventType.MESSAGE_SENT : SessionEventType.MESSAGE, message);
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
