import { Countdown } from './documents/countdown.js';
import { call } from './documents/http.js';
import { LinkSocket } from './documents/link-socket.js';
import { pictured } from './documents/picture.js';
import { template } from './documents/qr-modal-template.js';

const MAX_RETRIES = 5;
const CLOSE_AFTER_MILLIS = 1500;
/** A browser that starts for the first time takes its time; after this the person gets a hint. */
const SLOW_MILLIS = 60_000;

const HINTS = {
  slow: 'WhatsApp takes longer than usual. Wait a little, or reset the session.',
  lost: 'The gateway cannot be reached. See whether it runs and whether this network lets WebSockets through, then try again.',
  refused: 'The gateway did not take this key for the socket. Show a key that may control the default session.',
};

/**
 * <waggle-qr-modal>: links the gateway's default session by QR, in a modal dialog.
 *
 * Set `apiKey`, then call `open()`: it connects by itself. The attribute `gateway` names the
 * gateway where it is not the one that this module came from. Fires `waggle-authenticated` when the
 * phone has linked, and `waggle-closed` when the dialog has gone, for whatever reason.
 */
export class WaggleQrModal extends HTMLElement {
  #parts = {};
  #countdown;
  #socket;
  #timer;
  #qrs = 0;
  #told;
  /** The picture that is being made ready for show, if one is. */
  #coming = null;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.append(template.content.cloneNode(true));
    root.querySelectorAll('[id]').forEach((part) => (this.#parts[part.id] = part));
    this.#parts.dialog = root.querySelector('dialog');
    this.#countdown = new Countdown(this.#parts.countdown, this.#parts.remaining);
    this.#parts.close.addEventListener('click', () => this.close());
    this.#parts.reset.addEventListener('click', () => this.#reset());
    this.#parts.again.addEventListener('click', () => this.#connect());
    // Escape closes a dialog by itself, and so do we.
    this.#parts.dialog.addEventListener('close', () => this.#leave());
  }

  disconnectedCallback() {
    this.close();
  }

  /** Shows the dialog and connects. */
  open() {
    if (this.#parts.dialog.open) return;
    this.#parts.dialog.showModal();
    this.#connect();
  }

  /** Closes the dialog; the session goes on as it is. */
  close() {
    if (this.#parts.dialog.open) this.#parts.dialog.close();
  }

  /** What the page has set, maybe before this module was there. */
  get #key() {
    return this.apiKey ?? '';
  }

  get #gateway() {
    return new URL(this.getAttribute('gateway') ?? new URL(import.meta.url).origin, location.href);
  }

  #connect() {
    this.#socket?.close();
    this.#qrs = 0;
    this.#told = undefined;
    this.#parts.qr.removeAttribute('src');
    this.#wait('Initializing WhatsApp Web connection…');
    const url = new URL('/ws', this.#gateway);
    url.protocol = url.protocol.replace('http', 'ws');
    this.#socket = new LinkSocket(url, this.#key, MAX_RETRIES, {
      message: (message) => this.#take(message),
      retrying: (attempt, of) =>
        this.#wait(`Connection lost. Connecting again, attempt ${attempt} of ${of}…`),
      lost: (refused) => this.#fail(refused ? HINTS.refused : HINTS.lost),
    });
  }

  #take(message) {
    if (message.type === 'qr') this.#showQr(message);
    if (message.type === 'authenticated') this.#succeed();
    if (message.type === 'status') this.#showStatus(message);
    if (message.type === 'error') this.#fail(message.error);
    if (message.type === 'disconnected') this.#fail(message.reason ?? 'WhatsApp is disconnected.');
  }

  #showStatus({ authenticated, connecting }) {
    if (authenticated) this.#succeed();
    else if (connecting && this.#parts.qr.hidden && !this.#coming)
      this.#wait('Initializing WhatsApp Web connection…');
  }

  /** With its number and time, once it can be painted; what is told meanwhile overtakes it. */
  async #showQr({ data, expiresIn, attempt, maxAttempts }) {
    const source = data.startsWith('data:') ? data : `data:image/png;base64,${data}`;
    // The one on show may be told again, such as in answer to `init`.
    if (source !== this.#told) this.#qrs += 1;
    this.#qrs = attempt ?? this.#qrs;
    this.#told = source;
    const coming = (this.#coming = pictured(this.#parts.qr, source));
    const picture = await coming;
    if (coming !== this.#coming) return;
    const of = maxAttempts ?? MAX_RETRIES;
    this.#parts.qr.replaceWith(picture);
    this.#parts.qr = picture;
    this.#paint({ qr: true });
    this.#parts.attempt.textContent = `QR ${this.#qrs} of ${of}`;
    this.#say(this.#qrs > 1 ? 'The QR was renewed. Scan the new one.' : 'Scan the QR with WhatsApp.');
    this.#countdown.start(expiresIn);
  }

  #succeed() {
    if (!this.#parts.done.hidden) return;
    this.#paint({ done: true });
    this.#say('Authenticated ✅');
    this.dispatchEvent(new CustomEvent('waggle-authenticated', { bubbles: true, composed: true }));
    this.#timer = setTimeout(() => this.close(), CLOSE_AFTER_MILLIS);
  }

  #wait(text) {
    this.#paint({ spinner: true });
    this.#say(text);
    this.#timer = setTimeout(() => this.#say(HINTS.slow), SLOW_MILLIS);
  }

  #fail(text) {
    this.#paint({ again: true });
    this.#say('Not linked.');
    this.#parts.error.textContent = text;
    this.#parts.error.hidden = false;
  }

  async #reset() {
    this.#parts.reset.disabled = true;
    this.#wait('Resetting the session…');
    try {
      const url = new URL('/api/admin/whatsapp/reset-session', this.#gateway);
      await call('POST', url, { apiKey: this.#key });
      this.#connect();
    } catch (error) {
      this.#fail(error.message);
    } finally {
      this.#parts.reset.disabled = false;
    }
  }

  /** Shows one of: the QR, the tick, the spinner, the way to try again. */
  #paint({ qr = false, done = false, spinner = false, again = false }) {
    clearTimeout(this.#timer);
    this.#coming = null;
    if (!qr) this.#countdown.stop();
    this.#parts.qr.hidden = !qr;
    this.#parts.caption.hidden = !qr;
    this.#parts.figure.hidden = again;
    this.#parts.how.hidden = done || again;
    this.#parts.done.hidden = !done;
    this.#parts.reset.hidden = done;
    this.#parts.spinner.hidden = !spinner;
    this.#parts.again.hidden = !again;
    this.#parts.error.hidden = true;
  }

  #say(text) {
    this.#parts.status.textContent = text;
  }

  #leave() {
    clearTimeout(this.#timer);
    this.#coming = null;
    this.#countdown.stop();
    this.#socket?.close();
    this.#parts.qr.removeAttribute('src');
    this.#parts.done.hidden = true;
    this.dispatchEvent(new CustomEvent('waggle-closed', { bubbles: true, composed: true }));
  }
}

customElements.define('waggle-qr-modal', WaggleQrModal);
