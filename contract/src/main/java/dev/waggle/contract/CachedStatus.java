package dev.waggle.contract;

import java.time.Instant;

/**
 * A session's status as its owner last wrote it into the {@link SessionCache}; up to a minute old.
 *
 * @param generation the owner's number
 * @param reason one sentence; may be null
 * @param recoveryAttempts how many new browsers were tried in a row since the session last worked
 * @param since when the session came to the status
 */
public record CachedStatus(
    SessionStatus status, long generation, String reason, int recoveryAttempts, Instant since) {}
