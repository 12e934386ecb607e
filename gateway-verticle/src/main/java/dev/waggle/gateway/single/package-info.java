/**
 * What the surfaces share that speak of one session without naming it: its status, read in the way
 * that spares its owner, and what can be done with it.
 */
package dev.waggle.gateway.single;
