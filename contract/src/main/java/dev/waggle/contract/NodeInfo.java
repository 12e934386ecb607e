package dev.waggle.contract;

import java.time.Instant;

/**
 * A session node as it told of itself with its last renewal, a second or so ago while it lives.
 *
 * @param version Waggle's own; empty of a node that is too old to tell
 * @param live whether its lease holds; one whose lease has run out is listed for a day
 * @param sessions how many sessions it owns
 * @param running how many of them have a browser, or are about to
 * @param places how many more sessions it takes; none while its machine is short of memory
 * @param freeMemory bytes that its machine could still give to browsers
 * @param totalMemory bytes that its machine has; 0 when that is not known
 * @param cpuLoad share of its machine's processors that is busy, 0 to 1
 * @param draining whether it takes no more sessions
 * @param leaseUntil when its lease ends, or ended, by the database's clock
 * @param self whether it is the node that answered
 */
public record NodeInfo(
    String id,
    String version,
    boolean live,
    int sessions,
    int running,
    int maxSessions,
    int places,
    long freeMemory,
    long totalMemory,
    double cpuLoad,
    boolean draining,
    Instant leaseUntil,
    boolean self) {}
