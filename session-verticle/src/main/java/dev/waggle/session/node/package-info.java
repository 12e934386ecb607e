/**
 * What makes a JVM a session node: its lease, the sessions it hosts, its answers to the cluster,
 * and its care for sessions that have lost their owner.
 *
 * <p>Any node answers {@link dev.waggle.contract.SessionCommand.ToAnyNode}; where the owner must
 * act it passes a {@link dev.waggle.session.node.NodeCommand} on. {@link
 * dev.waggle.session.node.SessionHost} does one thing at a time for each session.
 */
package dev.waggle.session.node;
