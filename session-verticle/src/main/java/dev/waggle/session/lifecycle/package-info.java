/**
 * The life of one session while one node owns it.
 *
 * <p>{@link dev.waggle.session.lifecycle.SessionState} is sealed, and its records offer only legal
 * moves. {@link dev.waggle.session.lifecycle.SessionLifecycle} owns the present one and decides;
 * {@link dev.waggle.session.lifecycle.StateFeed} writes every move down and publishes it, in order;
 * {@link dev.waggle.session.lifecycle.PageSlot} holds the page and the profile's lock. Every
 * transient state has a deadline, and WORKING is what the page says when it is asked, never a
 * memory.
 *
 * <p>Everything here runs on the session's own Vert.x context.
 */
package dev.waggle.session.lifecycle;
