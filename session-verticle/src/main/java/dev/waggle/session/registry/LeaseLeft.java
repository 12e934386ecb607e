package dev.waggle.session.registry;

import java.time.Duration;

/** How long a node's lease holds if it is not renewed. */
public record LeaseLeft(String node, Duration left) {}
