package dev.waggle.session.registry;

import dev.waggle.contract.SessionName;

/**
 * One node's hold on one session. Every write under it is refused once somebody else has claimed.
 *
 * @param generation grows with every claim
 */
public record Ownership(SessionName session, String node, long generation) {}
