/**
 * Session nodes.
 *
 * <p>{@link dev.waggle.session.SessionVerticle} is one session while this node owns it; {@code
 * node} is what makes a JVM a session node; {@code lifecycle} decides, {@code page} is the port to
 * the browser, {@code registry} the database, {@code message}, {@code qr} and {@code profile} what
 * their names say.
 */
package dev.waggle.session;
