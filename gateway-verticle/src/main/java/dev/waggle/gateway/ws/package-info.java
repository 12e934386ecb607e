/**
 * The WebSocket of WhatsApp Web QR Implementation, at {@code /ws}: viewers of the default session's
 * linking, in the words of that document. Plain WebSockets and JSON text; one bus consumer for all
 * of them. {@link dev.waggle.gateway.ws.ViewerFrames} is the one table of what is told how.
 */
package dev.waggle.gateway.ws;
