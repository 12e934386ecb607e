package dev.waggle.chaos.run;

import dev.waggle.chaos.cluster.DatabaseKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a run is to be like.
 *
 * @param blowsFor how long nodes are struck; what comes before and after is not in it
 * @param seed of the order of blows, their targets and their lengths
 * @param cutOff whether a node is also cut off from the network, which takes root
 * @param database what keeps the leases
 * @param between from one message of a chat to the next, each way
 * @param keep where the logs of all nodes are copied to; when empty, those of a run that fails are
 *     copied to a new folder beside other temporary files
 */
public record ChaosPlan(
    Duration blowsFor,
    long seed,
    int sessions,
    int nodes,
    boolean cutOff,
    DatabaseKind database,
    Duration between,
    Optional<Path> keep) {}
