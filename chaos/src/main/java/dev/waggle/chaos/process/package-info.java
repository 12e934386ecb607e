/**
 * JVMs of Waggle as processes of this machine: started, stopped, killed and frozen; the database
 * that they share; and what they may leave behind.
 */
package dev.waggle.chaos.process;
