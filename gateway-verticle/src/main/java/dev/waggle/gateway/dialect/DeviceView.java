package dev.waggle.gateway.dialect;

import dev.waggle.contract.LiveSession;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionInfo;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A device as the QR Code Usage Guide shows it.
 *
 * @param qr the QR on show; null unless a scan is waited for
 * @param lastUpdate when the status or the QR last changed, whichever was later
 */
record DeviceView(DeviceStatus status, QrCode qr, Instant lastUpdate) {

  /** Always with milliseconds, which {@link Instant#toString} leaves out when they are zero. */
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** From what its owner says. */
  static DeviceView of(LiveSession live) {
    DeviceStatus status = DeviceStatus.now(live);
    QrCode shown = status == DeviceStatus.WAITING_FOR_SCAN ? live.qr() : null;
    Instant since = live.info().statusSince();
    boolean newer = shown != null && shown.generatedAt().isAfter(since);
    return new DeviceView(status, shown, newer ? shown.generatedAt() : since);
  }

  /** From what is written of it, for want of an owner that answers. */
  static DeviceView of(SessionInfo unconfirmed) {
    return new DeviceView(DeviceStatus.unconfirmed(unconfirmed), null, unconfirmed.statusSince());
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("status", status.wireName())
        .put("qrCode", qr == null ? null : qr.base64())
        .put("lastUpdate", MILLIS.format(lastUpdate));
  }
}
