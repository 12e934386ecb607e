package dev.waggle.session.bus;

import static dev.waggle.contract.SessionStatus.AUTHENTICATED;
import static dev.waggle.contract.SessionStatus.WORKING;

import dev.waggle.contract.EventData.Message;
import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.WhatsAppEvent;
import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;

/**
 * Which event of ours is which of whatsapp-web.js: the one table. A status that says nothing to its
 * users has no event. To be told every event of one session by its owner, in order.
 */
public final class WhatsAppEvents implements Consumer<SessionEvent> {

  private final WhatsAppBus bus;

  /** Its users are told once per link, and before they hear that it is ready. */
  private boolean authenticatedTold;

  public WhatsAppEvents(WhatsAppBus bus) {
    this.bus = bus;
  }

  @Override
  public void accept(SessionEvent event) {
    switch (event.type()) {
      case QR -> tell(WhatsAppEvent.QR, event, WhatsAppData.qr(event.dataAs(QrCode.class)));
      case STATUS -> onStatus(event, event.dataAs(StatusChanged.class));
      case MESSAGE -> onMessage(WhatsAppEvent.MESSAGE_CREATE, event);
      case MESSAGE_SENT -> onMessage(WhatsAppEvent.MESSAGE_SENT, event);
      case PAIRING_CODE, COMPLETE, MESSAGE_ACK -> {}
    }
  }

  private void onMessage(WhatsAppEvent kind, SessionEvent event) {
    tell(kind, event, WhatsAppData.message(event.dataAs(Message.class)));
  }

  private void onStatus(SessionEvent event, StatusChanged change) {
    switch (change.status()) {
      case STARTING -> {}
      case SCAN_QR_CODE -> onScanning(event, change);
      case AUTHENTICATED -> authenticated(event);
      case WORKING -> {
        authenticated(event);
        tell(WhatsAppEvent.READY, event, WhatsAppData.ready(change.me()));
      }
      case RECONNECTING -> onLost(event, change);
      case FAILED -> onFailed(event, change);
      case PASSKEY_REQUIRED -> authFailure(event, change);
      case STOPPED -> disconnected("STOPPED", event, change);
      case LOGGED_OUT -> disconnected("LOGOUT", event, change);
      case CONFLICT -> disconnected("CONFLICT", event, change);
      case TERMS_BLOCKED -> disconnected("TOS_BLOCK", event, change);
      case PROXY_BLOCKED -> disconnected("PROXYBLOCK", event, change);
      case DEPRECATED_VERSION -> disconnected("DEPRECATED_VERSION", event, change);
    }
  }

  /** A QR after the phone had accepted the device: the link was not completed. */
  private void onScanning(SessionEvent event, StatusChanged change) {
    authenticatedTold = false;
    if (change.previous() == AUTHENTICATED) {
      authFailure(event, change);
    }
  }

  private void authenticated(SessionEvent event) {
    if (!authenticatedTold) {
      authenticatedTold = true;
      tell(WhatsAppEvent.AUTHENTICATED, event, new JsonObject());
    }
  }

  /** A browser that is replaced before anything was connected is no loss to anybody. */
  private void onLost(SessionEvent event, StatusChanged change) {
    if (change.previous() == WORKING || change.previous() == AUTHENTICATED) {
      disconnected("TIMEOUT", event, change);
    }
  }

  private void onFailed(SessionEvent event, StatusChanged change) {
    if (change.cause() != null && change.cause().isLinkingFailure()) {
      authFailure(event, change);
    } else {
      disconnected("FAILED", event, change);
    }
  }

  private void authFailure(SessionEvent event, StatusChanged change) {
    tell(WhatsAppEvent.AUTH_FAILURE, event, new JsonObject().put("message", change.reason()));
  }

  private void disconnected(String reason, SessionEvent event, StatusChanged change) {
    JsonObject data = new JsonObject().put("reason", reason).put("message", change.reason());
    tell(WhatsAppEvent.DISCONNECTED, event, data);
  }

  private void tell(WhatsAppEvent kind, SessionEvent event, JsonObject data) {
    bus.publish(kind, event.session(), event.generation(), event.timestamp(), data);
  }
}
