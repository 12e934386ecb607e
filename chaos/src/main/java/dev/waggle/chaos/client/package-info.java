/** How a run talks to Waggle from outside: over HTTP, and as one more member of the bus. */
package dev.waggle.chaos.client;
