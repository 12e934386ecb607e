/**
 * Keeps accounts, devices, groups, messages and what waits in one JSON file, so that a device that
 * was linked before a restart is still known after it. Faults, books and the bytes of media are not
 * kept.
 */
package dev.waggle.simulator.state;
