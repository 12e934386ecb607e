package dev.waggle.contract;

/**
 * The QR on show as the session's owner wrote it into the {@link SessionCache}.
 *
 * @param generation the owner's number
 */
public record CachedQr(QrCode qr, long generation) {}
