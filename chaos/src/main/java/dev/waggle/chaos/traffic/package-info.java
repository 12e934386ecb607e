/**
 * Messages both ways while nodes are struck, and the run's own books of them: what a caller was
 * told, what a phone got, what a consumer on the bus heard.
 */
package dev.waggle.chaos.traffic;
