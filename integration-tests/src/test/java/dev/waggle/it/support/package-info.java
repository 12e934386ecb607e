/**
 * What the integration tests stand on: Waggle's JVMs as processes, the stand-in with its phones, an
 * HTTP client that speaks like a user's curl, and a look at what was left behind.
 */
package dev.waggle.it.support;
