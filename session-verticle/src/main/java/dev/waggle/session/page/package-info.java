/**
 * What the lifecycle of a session needs from a WhatsApp Web page, without a word about browsers.
 *
 * <p>{@link dev.waggle.session.page.WhatsAppPage} takes orders and {@link
 * dev.waggle.session.page.PageEvent} tells what happened. The real one drives Chromium; tests of
 * cluster scale bring one that lives in memory.
 */
package dev.waggle.session.page;
