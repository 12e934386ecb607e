package dev.waggle.contract;

import java.time.Instant;

/**
 * One move of a session, or something new that was said of the status it has.
 *
 * @param from null for the first
 * @param cause null for a move that needs none, and for one that the reader does not know
 * @param reason one sentence
 * @param node the owner that told of it; null when nobody owned the session
 * @param generation which owner's it is; a claim begins the next one
 * @param at by the clock of the database
 */
public record Transition(
    SessionStatus from,
    SessionStatus to,
    StatusCause cause,
    String reason,
    String node,
    long generation,
    Instant at) {}
