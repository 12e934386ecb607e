/**
 * The plain socket door at {@code /sockets}: rooms of viewers as the source documents know them,
 * and live events for our own pages. Frames are JSON text in both directions.
 *
 * <p>Each thing that is watched is one {@link dev.waggle.gateway.sockets.Feed} with one bus
 * consumer, however many sockets watch it; what a feed brings is put into words and encoded once.
 * Between a feed and a socket stands a {@link dev.waggle.gateway.sockets.Follower}, which brings a
 * late or returning viewer up to date without a gap or a double.
 *
 * <p>Everything here runs on the event loop of one gateway verticle.
 */
package dev.waggle.gateway.sockets;
