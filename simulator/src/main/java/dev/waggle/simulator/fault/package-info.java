/**
 * The ways in which the stand-in can be told to misbehave. Each fault is on until it is switched
 * off, its count is used up or its time is over; {@link dev.waggle.simulator.fault.Faults} keeps
 * them, and the parts that they concern ask there.
 */
package dev.waggle.simulator.fault;
