package dev.waggle.session.lifecycle;

import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.session.lifecycle.SessionState.Authenticated;
import dev.waggle.session.lifecycle.SessionState.Opening;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.page.PageEvent.Block;
import dev.waggle.session.page.PageEvent.Cause;
import dev.waggle.session.page.WhatsAppPage;
import dev.waggle.session.registry.Reason;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What each report of the page means for the session (whatsapp-web facts §8 and §9). */
final class PageReactions {

  private static final Logger LOG = LoggerFactory.getLogger(PageReactions.class);

  /** The lifecycle as these reactions see it. */
  interface Host {
    SessionState state();

    /** Whether the profile has been linked, so that a QR means that it is so no more. */
    boolean isLinked();

    Optional<WhatsAppPage> page();

    void authenticated(String reason);

    void readyAs(PageEvent.Ready ready);

    /** The copy of localStorage in the profile is a new one. */
    void profileChanged();

    void offline(Reason reason);

    void replaceBrowser(Reason reason);

    /** The profile cannot be used any more, though WhatsApp has not unlinked the device. */
    void profileDamaged(String how);

    void end(SessionStatus how, Reason reason);
  }

  private final Host host;
  private final Linking linking;
  private final Conflicts conflicts;

  PageReactions(Host host, Linking linking, Function<Host, Conflicts> conflicts) {
    this.host = host;
    this.linking = linking;
    this.conflicts = conflicts.apply(host);
  }

  void accept(PageEvent event) {
    if (event instanceof PageEvent.StorageFound found) {
      onStorage(found);
    } else if (event instanceof PageEvent.StorageKept) {
      host.profileChanged();
    } else if (event instanceof PageEvent.QrShown shown) {
      onQr(shown);
    } else if (event instanceof PageEvent.QrIdle) {
      linking.onIdle();
    } else if (event instanceof PageEvent.PairingCodeShown shown) {
      linking.onPairingCode(shown.code());
    } else if (event instanceof PageEvent.Scanned) {
      host.authenticated("The phone has accepted the device.");
    } else if (event instanceof PageEvent.Syncing) {
      host.authenticated("The device is linked; the page is syncing.");
    } else if (event instanceof PageEvent.Ready ready) {
      host.readyAs(ready);
    } else {
      acceptTrouble(event);
    }
  }

  private void acceptTrouble(PageEvent event) {
    if (event instanceof PageEvent.Disconnected) {
      host.offline(new Reason(StatusCause.CONNECTION_LOST, "The page has lost its connection."));
    } else if (event instanceof PageEvent.LoggedOut) {
      onLoggedOut();
    } else if (event instanceof PageEvent.Conflict) {
      conflicts.reported();
    } else if (event instanceof PageEvent.Blocked blocked) {
      onBlocked(blocked.block());
    } else if (event instanceof PageEvent.Closed closed) {
      onClosed(closed.cause());
    }
  }

  /** Asked only before the page has become ready: what it deletes later is its own affair. */
  private void onStorage(PageEvent.StorageFound found) {
    if (host.isLinked() && host.state() instanceof Opening && !found.isComplete()) {
      host.profileDamaged("The browser's storage in the profile is damaged.");
    }
  }

  private void onQr(PageEvent.QrShown shown) {
    if (!shown.isWellFormed()) {
      linking.onMalformedQr();
    } else if (host.isLinked()) {
      host.profileDamaged("The page shows a QR though nobody has unlinked the device.");
    } else {
      linking.onQr(shown.text());
    }
  }

  /** A page that never was linked says so too, when it tidies up what is left of an older link. */
  private void onLoggedOut() {
    if (host.isLinked() || host.state() instanceof Authenticated) {
      host.end(
          SessionStatus.LOGGED_OUT,
          new Reason(
              StatusCause.LOGGED_OUT_ON_PHONE,
              "The device was unlinked on the phone or by WhatsApp."));
    } else {
      LOG.info("event=logout-ignored status={}", host.state().status());
    }
  }

  private void onBlocked(Block block) {
    switch (block) {
      case TERMS ->
          host.end(
              SessionStatus.TERMS_BLOCKED,
              refused(
                  "WhatsApp wants its terms accepted on the phone, or has blocked the account."));
      case PROXY ->
          host.end(
              SessionStatus.PROXY_BLOCKED,
              refused("WhatsApp refuses this network address; connect from another one."));
      case DEPRECATED_VERSION ->
          host.end(
              SessionStatus.DEPRECATED_VERSION,
              refused(
                  "WhatsApp no longer accepts this version of its page; start the session again."));
      case PASSKEY ->
          host.end(
              SessionStatus.PASSKEY_REQUIRED,
              refused(
                  "The account insists on a passkey to link a device, which cannot be given here."));
    }
  }

  private void onClosed(Cause cause) {
    switch (cause) {
      case BROWSER -> host.replaceBrowser(lost("The browser has closed."));
      case RENDERER ->
          host.replaceBrowser(new Reason(StatusCause.PAGE_CRASHED, "The page has crashed."));
      case DRIVER -> host.replaceBrowser(lost("The browser's driver has died."));
      case SILENT_OWNER ->
          host.replaceBrowser(
              new Reason(
                  StatusCause.OWNER_SILENT,
                  "The page had no word from its node in time and left WhatsApp by itself."));
    }
  }

  private static Reason refused(String why) {
    return new Reason(StatusCause.REFUSED_BY_WHATSAPP, why);
  }

  private static Reason lost(String how) {
    return new Reason(StatusCause.BROWSER_FAILED, how);
  }
}
