package dev.waggle.contract;

/**
 * What a node that was told to drain is going to do.
 *
 * @param sessions how many sessions it has to hand over
 * @param places how many more sessions the other nodes take; what finds no place is closed and
 *     waits for one
 * @param timeoutSeconds after so long it closes what it has not handed over, and ends
 */
public record DrainPlan(String node, int sessions, int places, long timeoutSeconds) {}
