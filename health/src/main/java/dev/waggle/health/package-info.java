/**
 * What tells how a node is: its meters, its checks, and the port where both can be read.
 *
 * <p>{@link dev.waggle.health.WaggleMeter} has the name of every meter of ours. A part of a node
 * that may be in trouble gives a {@link dev.waggle.health.Check} to {@link
 * dev.waggle.health.NodeHealth}.
 */
package dev.waggle.health;
