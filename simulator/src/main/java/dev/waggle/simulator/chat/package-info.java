/**
 * The WebSocket server that the page talks to (PROTOCOL.md, "Frames"): linking, coming back,
 * messages, receipts, and what the faults do to all of it. One {@link
 * dev.waggle.simulator.chat.ChatServer} dispatches frames to small handlers.
 *
 * <p>Everything runs on the simulator's one event loop context.
 */
package dev.waggle.simulator.chat;
