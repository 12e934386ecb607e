/**
 * Waggle as its users have it: JVMs of their own, Chromium on the stand-in, HTTP and sockets from
 * outside. Every test uses a session and phones of its own, so that classes may share a node.
 */
package dev.waggle.it;
