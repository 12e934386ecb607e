import * as api from './api.js';
import { Countdown } from './countdown.js';
import { attempt, byId, notify } from './dom.js';

/** The QR with its countdown, and the pairing code as the other way to link. */
export class Linking {
  #session;
  #shown;
  #countdown = new Countdown(byId('countdown'), byId('remaining'));

  constructor() {
    byId('code-form').addEventListener('submit', (event) => {
      event.preventDefault();
      attempt(event.submitter, () => this.#requestCode());
    });
  }

  /** Shows what a session in this status needs; asks for the QR when none is on show. */
  show(name, status) {
    const open = status === 'STARTING' || status === 'SCAN_QR_CODE';
    if (name !== this.#session || !open) this.#clear();
    this.#session = name;
    byId('linking').hidden = !open;
    if (status === 'SCAN_QR_CODE' && !this.#shown) this.#fetch(name);
  }

  paint(name, qr) {
    if (name !== this.#session) return;
    this.#shown = qr;
    byId('qr').src = qr.base64;
    byId('qr').hidden = false;
    byId('qr-wait').hidden = true;
    byId('attempt').textContent = `QR ${qr.attempt} of ${qr.maxAttempts}`;
    this.#countdown.start(qr.generatedAt, qr.expiresAt);
  }

  paintCode(name, code) {
    if (name !== this.#session) return;
    byId('code').textContent = code;
    byId('code').hidden = false;
  }

  #clear() {
    this.#shown = null;
    this.#countdown.stop();
    byId('qr').hidden = true;
    byId('qr').removeAttribute('src');
    byId('qr-wait').hidden = false;
    byId('attempt').textContent = '';
    byId('code').hidden = true;
  }

  async #fetch(name) {
    try {
      const qr = await api.getQr(name);
      if (!this.#shown) this.paint(name, qr);
    } catch (error) {
      // None on show yet: the feed brings it, and the next look at the list asks again.
      if (error.status !== 409) notify(error.message);
    }
  }

  async #requestCode() {
    const { code } = await api.requestCode(this.#session, byId('phone').value);
    this.paintCode(this.#session, code);
  }
}
