import { byId } from './elements.js';
import { pictured } from './picture.js';
import { drawQr } from './qr-canvas.js';

/** How long a first QR is waited for before the server says that there is none. */
const QR_SECONDS = 30;

const WORDS = {
  STOPPED: ['Stopped', 'idle'],
  STARTING: ['Starting…', 'wait'],
  SCAN_QR_CODE: ['Waiting for the scan', 'wait'],
  AUTHENTICATED: ['Syncing…', 'wait'],
  WORKING: ['Connected', 'good'],
  RECONNECTING: ['Coming back…', 'wait'],
  LOGGED_OUT: ['Logged out', 'idle'],
  FAILED: ['Failed', 'bad'],
};
const RUNNING = ['STARTING', 'SCAN_QR_CODE', 'AUTHENTICATED', 'WORKING', 'RECONNECTING'];
const LINKING = ['STARTING', 'SCAN_QR_CODE'];

/** One session on the page: its state, its QR while it is being linked, and a button to start it. */
export class SessionTile {
  element;
  #find;
  #pictureOf;
  #status;
  #since = 0;
  #waiting;
  /** The server's picture that is being made ready for show, if one is. */
  #coming = null;

  /** `start(id)` starts the session; `pictureOf(id)` answers the server's own picture of its QR. */
  constructor({ id, displayName }, start, pictureOf) {
    this.id = id;
    this.#pictureOf = pictureOf;
    this.element = byId('tile').content.firstElementChild.cloneNode(true);
    this.element.dataset.session = id;
    this.#find = (selector) => this.element.querySelector(selector);
    this.#find('.name').textContent = displayName;
    this.#find('.id').textContent = id;
    this.#find('.id').hidden = displayName === id;
    this.#find('.start').addEventListener('click', (event) => start(id, event.currentTarget));
  }

  get status() {
    return this.#status;
  }

  get hasQr() {
    return !this.#find('canvas').hidden || !this.#find('img').hidden;
  }

  /**
   * The session came to this status then (ISO-8601). An answer that was overtaken by an event is
   * passed over.
   */
  show(status, since) {
    const at = Date.parse(since);
    if (at < this.#since || status === this.#status) return;
    this.#status = status;
    this.#since = at;
    const [words, tone] = WORDS[status] ?? [status.replaceAll('_', ' ').toLowerCase(), 'bad'];
    this.#find('.status').textContent = words;
    this.#find('.status').dataset.tone = tone;
    this.#find('.start').hidden = RUNNING.includes(status);
    this.#find('.linking').hidden = !LINKING.includes(status);
    if (status === 'STARTING') this.#await();
    else if (status !== 'SCAN_QR_CODE') this.#clear();
    if (LINKING.includes(status)) this.say();
  }

  /** Draws a QR from its text, or shows the server's picture where that cannot be drawn. */
  async showQr(text) {
    clearInterval(this.#waiting);
    this.say();
    this.#find('.linking').hidden = false;
    try {
      drawQr(this.#find('canvas'), text);
      this.#reveal('canvas');
    } catch {
      await this.#showPicture();
    }
  }

  /** Once it can be painted; what happens meanwhile overtakes it. */
  async #showPicture() {
    const source = this.#pictureOf(this.id);
    const coming = (this.#coming = source.then((url) => pictured(this.#find('img'), url)));
    const picture = await coming;
    if (coming !== this.#coming) return;
    this.#find('img').replaceWith(picture);
    this.#reveal('img');
  }

  /** Says in a sentence what has happened. */
  say(text, tone = 'idle') {
    this.#find('.say').textContent = text ?? '';
    this.#find('.say').dataset.tone = tone;
    this.#find('.say').hidden = !text;
  }

  remove() {
    this.#clear();
    this.element.remove();
  }

  #reveal(kind) {
    this.#coming = null;
    this.#find('canvas').hidden = kind !== 'canvas';
    this.#find('img').hidden = kind !== 'img';
    this.#find('.wait').hidden = true;
  }

  #await() {
    this.#clear();
    const end = performance.now() + QR_SECONDS * 1000;
    const tick = () => {
      const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      this.#find('.wait').textContent =
        left > 0 ? `Waiting for WhatsApp's QR, ${left} s at most…` : 'No QR yet…';
    };
    tick();
    this.#waiting = setInterval(tick, 500);
  }

  #clear() {
    clearInterval(this.#waiting);
    this.#reveal('none');
    this.#find('.wait').hidden = false;
    this.#find('img').removeAttribute('src');
    const canvas = this.#find('canvas');
    canvas.getContext('2d').clearRect(0, 0, canvas.width, canvas.height);
  }
}
