package dev.waggle.it.support;

/** What the nodes of the shared cluster are told beyond the defaults. */
final class DialectSettings {

  static final String[] ALL = {
    "gateway.jwt.secret=" + AdminToken.SECRET,
    // Sockets that only listen are not to be closed for it.
    "gateway.sockets.ping-timeout=10m",
    // Tests ask again and again until something is so, and some show no key on purpose.
    "gateway.limits.requests-per-minute=0",
    "gateway.limits.failed-logins-per-minute=0",
    // Who waits for a QR that does not come is not to wait half a minute.
    "session.linking.first-qr-timeout=12s",
  };

  private DialectSettings() {}
}
