/**
 * What the stand-in remembers: accounts with their phone and linked devices, the messages between
 * them, what waits for a device that is away, and the books.
 *
 * <p>Nothing here is safe for use by several threads: the whole state belongs to the one event loop
 * context on which the simulator runs.
 */
package dev.waggle.simulator.account;
