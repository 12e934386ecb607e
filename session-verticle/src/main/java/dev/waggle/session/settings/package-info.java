/** What a session node can be told: one record per topic, checked when it is made. */
package dev.waggle.session.settings;
