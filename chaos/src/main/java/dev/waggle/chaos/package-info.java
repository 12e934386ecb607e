/**
 * Proof that sessions outlive their nodes: real Waggle JVMs on the stand-in, blows against them
 * while messages flow both ways, and a look into the books at the end. Production never depends on
 * anything of it; the integration tests stand on its processes and clients.
 */
package dev.waggle.chaos;
