/**
 * Messages of one session: what goes out is checked and gets an id of ours, what comes in is told
 * once and in order.
 */
package dev.waggle.session.message;
