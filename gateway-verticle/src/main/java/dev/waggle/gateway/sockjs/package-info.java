/**
 * Live events for browsers and other socket clients, in the protocol of the Vert.x event bus
 * bridge. The bridge lets a socket listen to sessions' feeds and to nothing else, and lets nothing
 * in. What it needs to know of keys and sessions it asks of {@link
 * dev.waggle.gateway.sockjs.BridgeAuthorizer}.
 */
package dev.waggle.gateway.sockjs;
