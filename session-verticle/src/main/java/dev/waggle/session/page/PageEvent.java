package dev.waggle.session.page;

import dev.waggle.contract.EventData;
import dev.waggle.contract.SessionInfo;
import java.util.regex.Pattern;

/** What a page reports, in the order in which it happened (whatsapp-web facts §6 and §8). */
public sealed interface PageEvent {

  /**
   * What the browser found in the profile as its first document began; the first event of a page.
   *
   * @param databases whether IndexedDB held any database
   * @param items whether localStorage held what Waggle leaves there with its first copy
   */
  record StorageFound(boolean databases, boolean items) implements PageEvent {
    /** Whether it can be the profile of a linked device, which has both. */
    public boolean isComplete() {
      return databases && items;
    }
  }

  /** What the page keeps in localStorage has changed, and a copy of it is in the profile by now. */
  record StorageKept() implements PageEvent {}

  /**
   * A QR is on show that was not there before.
   *
   * @param text the whole text, {@code 2@…}
   */
  record QrShown(String text) implements PageEvent {

    /** {@code 2@<ref>,<noise key>,<identity key>,<adv secret>}, and the platform after it. */
    private static final Pattern FORM =
        Pattern.compile("2@[A-Za-z0-9+/=_-]+(,[A-Za-z0-9+/=_-]+){3,}");

    private static final int MAX_LENGTH = 1000;

    /** Whether the text has WhatsApp's form, so that a phone can make anything of it. */
    public boolean isWellFormed() {
      return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
      return "QrShown[…]";
    }
  }

  /** The page has stopped showing QRs and waits to be asked for more; the last one is void. */
  record QrIdle() implements PageEvent {}

  /** A pairing code is on show that was not there before. */
  record PairingCodeShown(String code) implements PageEvent {
    @Override
    public String toString() {
      return "PairingCodeShown[…]";
    }
  }

  /** The phone has scanned, or its owner has typed the code; the keys are being exchanged. */
  record Scanned() implements PageEvent {}

  /** The device is linked and the page is fetching what it missed. */
  record Syncing() implements PageEvent {}

  /** Messages can be sent: facts §8, "Ready". Comes again after every lost connection. */
  record Ready(SessionInfo.Account me) implements PageEvent {}

  /** The page has lost its connection and is trying by itself. */
  record Disconnected() implements PageEvent {}

  /**
   * The device is no longer linked.
   *
   * @param reason the page's word or number for it; may be empty
   */
  record LoggedOut(String reason) implements PageEvent {}

  /** The same device is connected elsewhere. */
  record Conflict() implements PageEvent {}

  /** The page shows why it will not work. */
  record Blocked(Block block) implements PageEvent {}

  /** Why a page will not work. */
  enum Block {
    TERMS,
    PROXY,
    DEPRECATED_VERSION,
    PASSKEY
  }

  /** A message was added to a chat, by anyone. May repeat one that was told before. */
  record MessageAdded(EventData.Message message) implements PageEvent {}

  /** A message of ours went further. */
  record AckChanged(EventData.MessageAck ack) implements PageEvent {}

  /**
   * The page is gone without having been asked: always the last event.
   *
   * @param cause what has ended it
   */
  record Closed(Cause cause) implements PageEvent {}

  /** What can end a page. */
  enum Cause {
    BROWSER,
    RENDERER,
    DRIVER,
    /** The page had no word from its owner in time, and has left WhatsApp by itself. */
    SILENT_OWNER
  }
}
