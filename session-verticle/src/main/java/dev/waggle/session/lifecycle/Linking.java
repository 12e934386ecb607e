package dev.waggle.session.lifecycle;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.PairingCode;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.StatusCause;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.log.FailureLine;
import dev.waggle.session.page.WhatsAppPage;
import dev.waggle.session.registry.Reason;
import dev.waggle.session.settings.LinkingSettings;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens while the page waits for the phone: QRs in rounds, up to a limit, and the pairing
 * code as the alternative. Sets the deadlines of the scanning state.
 */
final class Linking {

  private static final Logger LOG = LoggerFactory.getLogger(Linking.class);

  /** How long WhatsApp lets a pairing code stand; the QRs wait for it. */
  private static final Duration PAIRING_LIFETIME = Duration.ofMinutes(3);

  /** The page may be this late with the end of the last QR. */
  private static final Duration SLACK = Duration.ofSeconds(1);

  /** For the page to change its QR on request. */
  private static final Duration RENEWAL = Duration.ofSeconds(10);

  /** The lifecycle as linking sees it. */
  interface Host {
    Optional<WhatsAppPage> page();

    boolean isScanning();

    void scanning();

    void replaceBrowser(Reason reason);

    /** The same for somebody who has asked for it, which is no failure to be counted. */
    void freshBrowser(Reason reason);

    /** Nobody has scanned as many QRs as may be shown. */
    void linkingFailed(Reason reason);
  }

  private final Host host;
  private final LinkingSettings settings;
  private final QrRound round;
  private final StateFeed feed;
  private final Deadline deadline;
  private final NextQr next;

  private boolean refreshing;

  /** Somebody has asked for another QR than the one that was on show. */
  private boolean renewing;

  private String pairingCode = "";
  private long pairingEndsNanos = System.nanoTime();

  Linking(
      Host host,
      LinkingSettings settings,
      QrRound round,
      StateFeed feed,
      Deadline deadline,
      NextQr next) {
    this.host = host;
    this.settings = settings;
    this.round = round;
    this.feed = feed;
    this.deadline = deadline;
    this.next = next;
  }

  /** The QR on show, after the moment that it takes to draw it. */
  Future<Optional<QrCode>> current() {
    return round.drawn();
  }

  /** The QR on show; one that is being drawn does not count yet. */
  Optional<QrCode> onShow() {
    return round.current();
  }

  /** The QR that is shown next. */
  Future<QrCode> next() {
    return next.coming();
  }

  /** Has another QR shown, and counts from one again. To be called while scanning. */
  Future<QrCode> renew() {
    restart();
    renewing = true;
    refresh();
    return next();
  }

  /** No QR is shown any more; whoever waits for one is told why. */
  void over(WaggleException why) {
    next.isNotToCome(why);
  }

  /** The page shows something in the QR's place that no phone would understand. */
  void onMalformedQr() {
    LOG.warn("event=malformed-qr attempt={}", round.attempts());
    round.clear();
  }

  /** The page shows a new QR. */
  void onQr(String text) {
    if (round.isExhausted()) {
      onExhausted();
      return;
    }
    refreshing = false;
    renewing = false;
    Duration lifetime = round.nextLifetime();
    host.scanning();
    round.show(text).onSuccess(qr -> qr.ifPresent(this::publish));
    arm(lifetime.plus(round.isExhausted() ? SLACK : settings.firstQrTimeout()));
  }

  /** The page has stopped showing QRs, or has been silent for longer than one stands. */
  void onIdle() {
    if (!host.isScanning()) {
      return;
    }
    round.clear();
    if (round.isExhausted()) {
      onExhausted();
    } else if (!pairingLeft().isZero()) {
      arm(Duration.ZERO);
    } else if (renewing) {
      host.freshBrowser(Reason.of("The page shows no other QR."));
    } else if (refreshing) {
      host.replaceBrowser(new Reason(StatusCause.QR_TIMEOUT, "The page has stopped showing QRs."));
    } else {
      refresh();
    }
  }

  /** The page shows a pairing code; it may tell so more than once. */
  void onPairingCode(String code) {
    if (!host.isScanning() || code.equals(pairingCode)) {
      return;
    }
    pairingCode = code;
    pairingEndsNanos = System.nanoTime() + PAIRING_LIFETIME.toNanos();
    arm(PAIRING_LIFETIME);
    feed.publish(SessionEventType.PAIRING_CODE, new PairingCode(code));
  }

  /** Asks the page for a pairing code. To be called while scanning. */
  Future<PairingCode> requestPairingCode(String digits) {
    return host.page()
        .map(page -> page.requestPairingCode(digits))
        .orElseGet(() -> Future.failedFuture(notOpen()))
        .onSuccess(code -> onPairingCode(code.code()));
  }

  /** Forgets the QRs that were shown, so that as many may be shown again. */
  void restart() {
    reset();
    round.restart();
  }

  /** The page is gone, and with it what it showed. */
  void reset() {
    round.clear();
    refreshing = false;
    renewing = false;
    pairingCode = "";
    pairingEndsNanos = System.nanoTime();
  }

  private void publish(QrCode qr) {
    feed.publish(SessionEventType.QR, qr);
    next.isHere(qr);
  }

  private void refresh() {
    refreshing = true;
    arm(renewing ? soon() : settings.firstQrTimeout());
    host.page()
        .ifPresent(
            page ->
                page.refreshQr()
                    .onFailure(
                        e -> LOG.warn("event=qr-not-refreshed cause=\"{}\"", FailureLine.of(e))));
  }

  /** Somebody waits: a page that has not changed its QR by then is not going to. */
  private Duration soon() {
    Duration limit = settings.firstQrTimeout();
    return limit.compareTo(RENEWAL) < 0 ? limit : RENEWAL;
  }

  private void onExhausted() {
    if (pairingLeft().isZero()) {
      host.linkingFailed(
          new Reason(
              StatusCause.QR_EXHAUSTED,
              "None of the " + round.maxAttempts() + " QR codes was scanned."));
    } else {
      arm(Duration.ZERO);
    }
  }

  /** Nothing is given up while a person may be typing a pairing code. */
  private void arm(Duration least) {
    Duration pairing = pairingLeft();
    deadline.set(least.compareTo(pairing) > 0 ? least : pairing, this::onIdle);
  }

  private Duration pairingLeft() {
    return Duration.ofNanos(Math.max(0, pairingEndsNanos - System.nanoTime()));
  }

  private static WaggleException notOpen() {
    return new WaggleException(
        ErrorCode.BROWSER_CLOSED, "The browser is being replaced; repeat the request in a moment.");
  }
}
