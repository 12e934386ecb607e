/** Real Chromium on the real stand-in. */
package dev.waggle.session.browser;
