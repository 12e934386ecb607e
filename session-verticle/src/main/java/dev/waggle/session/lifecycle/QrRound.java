package dev.waggle.session.lifecycle;

import dev.waggle.contract.QrCode;
import dev.waggle.session.qr.QrCodes;
import dev.waggle.session.settings.LinkingSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Counts the QRs that were shown, and knows the one on show. */
final class QrRound {

  private final Vertx vertx;
  private final LinkingSettings settings;
  private final int maxAttempts;

  private int attempts;
  private int shown;
  private boolean first = true;
  private QrCode current;
  private Future<?> drawing = Future.succeededFuture();

  QrRound(Vertx vertx, LinkingSettings settings, int maxAttempts) {
    this.vertx = vertx;
    this.settings = settings;
    this.maxAttempts = maxAttempts;
  }

  int maxAttempts() {
    return maxAttempts;
  }

  /** How many were shown. */
  int attempts() {
    return attempts;
  }

  /** Whether as many were shown as may be. */
  boolean isExhausted() {
    return attempts >= maxAttempts;
  }

  /** The QR on show; empty while none is, and after its time. */
  Optional<QrCode> current() {
    return Optional.ofNullable(current).filter(qr -> qr.expiresAt().isAfter(Instant.now()));
  }

  /** The same, once a QR that is being drawn is there. */
  Future<Optional<QrCode>> drawn() {
    return drawing.map(done -> current());
  }

  /** How long the next QR will stand: the first of a round stands longer. */
  Duration nextLifetime() {
    return first ? settings.firstQrLifetime() : settings.qrLifetime();
  }

  /** Counts and draws a QR. Empty when another one took its place before it was drawn. */
  Future<Optional<QrCode>> show(String text) {
    Duration lifetime = nextLifetime();
    Instant now = Instant.now();
    int attempt = ++attempts;
    int mine = ++shown;
    first = false;
    Future<Optional<QrCode>> result =
        vertx
            .executeBlocking(() -> QrCodes.draw(text, attempt, maxAttempts, now, lifetime), false)
            .map(qr -> mine == shown ? Optional.of(keep(qr)) : Optional.empty());
    drawing = result;
    return result;
  }

  /** Forgets how many were shown. */
  void restart() {
    clear();
    attempts = 0;
  }

  /** Nothing is on show any more; the next QR begins a round. */
  void clear() {
    shown++;
    first = true;
    current = null;
  }

  private QrCode keep(QrCode drawn) {
    current = drawn;
    return drawn;
  }
}
