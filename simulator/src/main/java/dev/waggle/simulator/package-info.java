/**
 * A stand-in of WhatsApp Web for demo, tests and benchmarks: the page, the server it talks to, and
 * virtual phones that scan, write and read. It can misbehave on demand and it keeps the books,
 * which tests read. PROTOCOL.md beside this module's pom describes all of it.
 *
 * <p>Start one with {@link dev.waggle.simulator.WhatsAppWebSimulator}, or as a process with {@link
 * dev.waggle.simulator.SimulatorMain}. Production code never depends on this module.
 */
package dev.waggle.simulator;
