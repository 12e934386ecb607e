/** A gateway on a port of its own, and a session node's side of the bus. */
package dev.waggle.gateway.support;
