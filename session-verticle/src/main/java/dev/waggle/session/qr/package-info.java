/**
 * The text of a linking QR as a picture for a browser and as text for a terminal.
 *
 * <p>ZXing works out the modules; both writers are our own, because a one-bit PNG of a QR is twenty
 * lines and three times as fast as going through an image library.
 */
package dev.waggle.session.qr;
