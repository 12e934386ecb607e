package dev.waggle.contract;

/**
 * What a rebalance is going to do.
 *
 * @param moves how many sessions have to change their node until all nodes have as many
 */
public record RebalancePlan(int moves) {}
