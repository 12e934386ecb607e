/**
 * The page in a real Chromium, driven by public clients that nobody has changed: wa-js, which finds
 * modules by their shape, and whatsapp-web.js, which finds them by their names. They come from npm
 * ({@code src/test/js}).
 */
package dev.waggle.simulator.page;
