/** What may be written into a log, and how. */
package dev.waggle.session.log;
