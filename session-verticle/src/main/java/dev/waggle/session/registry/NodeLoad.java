package dev.waggle.session.registry;

/**
 * What a node tells of itself with every renewal of its lease.
 *
 * @param version Waggle's own
 * @param freeMemory bytes that its machine could still give to browsers
 * @param minFreeMemory how many of them there must be for one more session
 * @param totalMemory bytes that its machine has
 * @param cpuLoad share of its machine's processors that is busy, 0 to 1
 * @param draining whether it takes no more sessions
 */
public record NodeLoad(
    String version,
    int maxSessions,
    long freeMemory,
    long minFreeMemory,
    long totalMemory,
    double cpuLoad,
    boolean draining) {}
