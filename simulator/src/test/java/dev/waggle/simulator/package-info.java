/** Tests of the stand-in's server through its WebSocket and HTTP, with real keys and no browser. */
package dev.waggle.simulator;
