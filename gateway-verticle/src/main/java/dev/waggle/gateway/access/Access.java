package dev.waggle.gateway.access;

/**
 * What every door of a gateway asks: who is it, what may they do, when is that over, and for
 * sockets: is there room.
 *
 * @param revocations on the event loop of the verticle that the door belongs to
 */
public record Access(
    Authenticator authenticator,
    AccessPolicy policy,
    Revocations revocations,
    OpenSockets sockets) {}
