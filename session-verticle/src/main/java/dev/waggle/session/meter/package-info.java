/** What a session node counts and times. */
package dev.waggle.session.meter;
