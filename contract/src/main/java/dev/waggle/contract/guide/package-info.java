/**
 * The words of the Integration Guide, for sockets and for callbacks alike: what is told of a QR and
 * of a status, and which of the guide's words each of Waggle's statuses is.
 */
package dev.waggle.contract.guide;
