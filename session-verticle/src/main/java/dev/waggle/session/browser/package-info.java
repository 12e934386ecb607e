/**
 * WhatsApp Web on a real Chromium: the only package that knows Playwright.
 *
 * <p>{@link dev.waggle.session.browser.ChromiumPages} is the way in. Playwright for Java is bound
 * to one thread and delivers events only while a call runs there, so a {@link
 * dev.waggle.session.browser.BrowserThread} owns one driver process, runs what others submit, and
 * pumps events in between. About ten sessions share it, so nothing on it may wait long: every call
 * that could hang has a {@link dev.waggle.session.browser.CallLimit}, and what takes time happens
 * inside the page, whose answer comes back as an event.
 *
 * <p>Three classes make one session: {@code PageTab} holds the Playwright objects and lives on the
 * browser thread; {@code ChromiumPage} holds the state and lives on the Vert.x context that opened
 * it; {@code ProfileProcesses} makes sure that no process of the profile is left. What runs inside
 * the page is in the resources beside this package: wa-js, and the scripts under {@code bridge/}.
 */
package dev.waggle.session.browser;
