/**
 * Gateway nodes: the HTTP API, the sockets and the pages, over the bus and nothing but the bus. A
 * gateway keeps no state of its own, so any number of them may run side by side.
 */
package dev.waggle.gateway;
