/**
 * The HTTP side of the stand-in: the page and its files, media, the virtual phones, faults, books,
 * and the page to play a phone by hand. PROTOCOL.md describes every path.
 */
package dev.waggle.simulator.http;
