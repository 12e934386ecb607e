package dev.waggle.session.page;

import dev.waggle.contract.ChatId;
import dev.waggle.contract.MessageSent;
import dev.waggle.contract.PairingCode;
import dev.waggle.contract.WaggleException;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * One WhatsApp Web page, open for one session.
 *
 * <p>Every future completes on the context that opened the page, has its own deadline, and fails
 * with a {@link WaggleException}. After {@link #close} or {@link PageEvent.Closed} every call fails
 * with BROWSER_CLOSED.
 */
public interface WhatsAppPage {

  /** Starts a new round of QRs when the page has gone idle. */
  Future<Void> refreshQr();

  /**
   * Asks for a code to link by phone number. Fails with NOT_ON_WHATSAPP or REJECTED_BY_WHATSAPP.
   *
   * @param digits the account's number, digits only
   */
  Future<PairingCode> requestPairingCode(String digits);

  /**
   * Hands a message to WhatsApp; done when its server has it. A message whose id is already there
   * is not sent again: its present state is the answer.
   */
  Future<MessageSent> send(OutgoingMessage message);

  /** The id under which WhatsApp knows a number; empty when it does not. */
  Future<Optional<ChatId>> lookUp(ChatId number);

  /** Done when what the page has in localStorage is in the profile, where a kill leaves it. */
  Future<Void> keepStorage();

  /** What the page says of itself at this moment. */
  Future<PageCondition> probe();

  /**
   * Whether the page has said anything of its own since a moment of {@link System#nanoTime}: one
   * that has too much to do for an answer in time is not silent.
   */
  default boolean hasSpokenSince(long nanoTime) {
    return false;
  }

  /** Unlinks the device; done when the page has left, which also comes as an event. */
  Future<Void> logout();

  /** Takes the connection back after a conflict. */
  Future<Void> takeOver();

  /** Closes the browser; done when its processes are gone. Never fails; may be repeated. */
  Future<Void> close();
}
