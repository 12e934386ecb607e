package dev.waggle.session.registry;

import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionStatus;

/**
 * What an owner writes down of its session.
 *
 * @param me the linked account, or null when none is
 */
public record SavedState(SessionStatus status, Reason reason, SessionInfo.Account me) {}
