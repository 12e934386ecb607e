package dev.waggle.session.registry;

/**
 * What a node tells of itself with every renewal of its lease.
 *
 * @param freeMemory bytes that its machine could still give to browsers
 * @param draining whether it takes no more sessions
 */
public record NodeLoad(int maxSessions, long freeMemory, boolean draining) {}
