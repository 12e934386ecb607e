package dev.waggle.gateway.dialect;

import dev.waggle.contract.QrCode;
import dev.waggle.gateway.http.Answer;
import dev.waggle.gateway.http.ApiOperation;
import dev.waggle.gateway.http.ApiRequest;
import dev.waggle.gateway.http.Surface;
import dev.waggle.gateway.single.LiveStatus;
import dev.waggle.gateway.single.SingleSession;
import dev.waggle.gateway.single.StatusReader;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The admin document's eight calls, in envelopes of {@code success} and {@code data}. */
record AdminService(SingleSession session, StatusReader statuses) implements Surface {

  private static final String SCAN =
      "Scan this QR code with the phone: WhatsApp, Linked devices, Link a device.";

  private static final long MILLIS = 1_000;

  @Override
  public Map<String, ApiOperation> operations() {
    return Map.of(
        "whatsAppStatus", this::status,
        "whatsAppConnectionStatus", this::connectionStatus,
        "whatsAppIsAuthenticated", this::isAuthenticated,
        "whatsAppQr", this::qr,
        "whatsAppNewQr", this::newQr,
        "whatsAppSend", this::send,
        "whatsAppDisconnect", this::disconnect,
        "whatsAppReconnect", this::reconnect);
  }

  private Future<Answer> status(ApiRequest request) {
    return statuses.read(request.session()).map(live -> Envelope.data(basics(live)));
  }

  private Future<Answer> connectionStatus(ApiRequest request) {
    return statuses.read(request.session()).map(live -> Envelope.data(details(live)));
  }

  private Future<Answer> isAuthenticated(ApiRequest request) {
    return statuses
        .read(request.session())
        .map(
            live ->
                Envelope.data(
                    new JsonObject()
                        .put("authenticated", live.isWorking())
                        .put("message", AdminStatus.message(live))));
  }

  private Future<Answer> qr(ApiRequest request) {
    return statuses
        .read(request.session())
        .map(live -> Envelope.data(live.qr().map(AdminService::shown).orElseGet(() -> none(live))));
  }

  private Future<Answer> newQr(ApiRequest request) {
    return session.newQr(request.session()).map(qr -> Envelope.data(fresh(qr)));
  }

  private Future<Answer> send(ApiRequest request) {
    JsonObject body = request.body();
    return session
        .send(request.session(), body.getString("phone"), body.getString("message"))
        .map(sent -> Envelope.done("The message was sent."));
  }

  private Future<Answer> disconnect(ApiRequest request) {
    return session
        .stop(request.session())
        .map(stopped -> Envelope.done("WhatsApp is disconnected; the account stays linked."));
  }

  private Future<Answer> reconnect(ApiRequest request) {
    return session
        .reconnect(request.session())
        .map(
            started ->
                Envelope.done(
                    "WhatsApp client is reconnecting; the status call tells how far it is."));
  }

  private static JsonObject basics(LiveStatus live) {
    return new JsonObject()
        .put("ready", live.isWorking())
        .put("initializing", AdminStatus.of(live) == AdminStatus.CONNECTING)
        .put("hasQRCode", live.qr().isPresent())
        .put("reconnectAttempts", live.recoveryAttempts())
        .put("message", AdminStatus.message(live));
  }

  private static JsonObject details(LiveStatus live) {
    return new JsonObject()
        .put("status", AdminStatus.of(live).name())
        .mergeIn(basics(live))
        .put("qrCodeExpiry", live.qr().map(qr -> qr.expiresAt().toString()).orElse(null))
        .put("lastUpdated", live.since() == null ? null : live.since().toString());
  }

  private static JsonObject shown(QrCode qr) {
    return new JsonObject()
        .put("qr", qr.urlCode())
        .put("generatedAt", qr.generatedAt().toString())
        .put("expiresAt", qr.expiresAt().toString())
        .put("message", SCAN);
  }

  private static JsonObject fresh(QrCode qr) {
    long seconds = secondsLeft(qr);
    return shown(qr)
        .put("expiryInSeconds", seconds)
        .put("message", SCAN + " It stands for " + seconds + " seconds.");
  }

  /** Whole seconds that are truly left. */
  private static long secondsLeft(QrCode qr) {
    return Math.max(0, Duration.between(Instant.now(), qr.expiresAt()).toMillis() / MILLIS);
  }

  private static JsonObject none(LiveStatus live) {
    return new JsonObject()
        .putNull("qr")
        .putNull("generatedAt")
        .putNull("expiresAt")
        .put("message", "No QR code is on show. " + AdminStatus.message(live));
  }
}
