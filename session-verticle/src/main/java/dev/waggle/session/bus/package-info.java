/**
 * How session nodes meet the event bus: one adapter for every consumer of commands, one publisher
 * for every event.
 */
package dev.waggle.session.bus;
