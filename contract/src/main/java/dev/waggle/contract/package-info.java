/**
 * What other JVM services depend on to work with Waggle over the Vert.x event bus.
 *
 * <p><b>Shape.</b> Records in code, JSON objects on the wire and no custom codecs: a receiver that
 * lacks a codec loses a published message without a word. Readers are tolerant, so a field that a
 * reader does not know is passed over and a new one may be added at any time; a field is never
 * given a second meaning.
 *
 * <p><b>Commands</b> ({@link dev.waggle.contract.SessionCommand}) are request/reply and best effort
 * like everything on the bus: a timeout says nothing about whether the command was carried out.
 * Every command may therefore be repeated, and a send is recognised by the message id that its
 * caller may choose. Failures are a {@link dev.waggle.contract.ErrorCode}.
 *
 * <p><b>Events</b> ({@link dev.waggle.contract.SessionEvent}) are published by the session's owner.
 * They are numbered without gaps within one generation of the session: order them by generation,
 * then by sequence number.
 *
 * <p>Start with {@link dev.waggle.contract.SessionClient}, which also calls back with QR and status
 * in the style of {@link dev.waggle.contract.guide}; addresses are built in {@link
 * dev.waggle.contract.Addresses} and nowhere else.
 */
package dev.waggle.contract;
