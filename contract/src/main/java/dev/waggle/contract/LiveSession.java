package dev.waggle.contract;

/**
 * A session as its owner sees it at one moment.
 *
 * @param info the registry's record with the owner's own status, reason and account in it
 * @param qr the QR on show; null while none is
 * @param recoveryAttempts how many new browsers were tried in a row since the session last worked
 * @param generation the owner's number, as in its events
 * @param lastSeq the number of the last event that is already contained in this view; events after
 *     it are still to be applied
 * @param pageLoaded whether a page is open, in whatever state it is
 */
public record LiveSession(
    SessionInfo info,
    QrCode qr,
    int recoveryAttempts,
    long generation,
    long lastSeq,
    boolean pageLoaded) {}
