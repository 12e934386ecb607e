import { byId, element } from './elements.js';
import { pictured } from './picture.js';

const MAX_LINES = 200;

/** A session being linked, as the Integration Guide tells of it: QR, steps and every status. */
export class LinkView {
  /** The picture that is being made ready for show, if one is. */
  #coming = null;

  /** With its number, once it can be painted; what is told meanwhile overtakes it. */
  async showQr({ base64, ascii, attempts }) {
    this.step('notLogged');
    this.log('qr-code', `Attempt ${attempts}`);
    const coming = (this.#coming = pictured(byId('qr'), base64));
    const picture = await coming;
    if (coming !== this.#coming) return;
    byId('qr').replaceWith(picture);
    byId('ascii').textContent = ascii;
    byId('attempts').textContent = `Attempt ${attempts}`;
    this.#qr(true);
  }

  showStatus({ status, timestamp, message, error }) {
    this.log(status, error ?? message, timestamp);
    if (status === 'error' || status === 'qrReadError') this.#fail(error);
    else if (status !== 'notLogged') this.#goOn(status);
  }

  /** The session is linked: the QR has done its work. */
  complete(message) {
    this.#qr(false);
    byId('qr-wait').textContent = 'Linked. No QR is needed any more.';
    byId('complete').textContent = message;
    byId('complete').dataset.tone = 'good';
    byId('complete').hidden = false;
    this.log('session-complete', message);
  }

  /** The server has taken the request; QR or status may have been quicker than its answer. */
  initialized(message) {
    if (!byId('steps').querySelector('.reached')) this.step('initialized');
    this.log('initialized', message);
  }

  /** Marks a step, and those before it, as done. */
  step(name) {
    const steps = [...byId('steps').children];
    const reached = steps.findIndex((item) => item.dataset.step === name);
    steps.forEach((item, index) => item.classList.toggle('reached', index <= reached));
    steps.forEach((item, index) => (item.ariaCurrent = index === reached ? 'step' : null));
  }

  connection(live, text) {
    byId('dot').classList.toggle('on', live);
    byId('connection').textContent = text;
  }

  log(word, text, timestamp = new Date().toISOString()) {
    const line = element('li', '');
    line.dataset.word = word;
    const time = element('time', '', new Date(timestamp).toLocaleTimeString());
    time.dateTime = timestamp;
    line.append(time, element('b', '', word), element('span', '', text));
    byId('log').append(line);
    while (byId('log').children.length > MAX_LINES) byId('log').firstChild.remove();
    byId('log').scrollTop = byId('log').scrollHeight;
    byId('log-empty').hidden = true;
  }

  clear() {
    this.#qr(false);
    this.step();
    this.connection(false, 'Not connected');
    byId('qr-wait').textContent = 'It appears here once the session is initialized.';
    byId('complete').hidden = true;
    byId('log').replaceChildren();
    byId('log-empty').hidden = false;
  }

  #goOn(status) {
    this.#qr(false);
    byId('qr-wait').textContent = 'Scanned.';
    byId('complete').hidden = true;
    this.step(status === 'inChat' ? 'ready' : status);
  }

  #fail(error) {
    this.#qr(false);
    byId('qr-wait').textContent = 'No QR is on show.';
    byId('complete').textContent = error ?? 'It did not work.';
    byId('complete').dataset.tone = 'bad';
    byId('complete').hidden = false;
  }

  #qr(shown) {
    this.#coming = null;
    byId('qr').hidden = !shown;
    byId('attempts').hidden = !shown;
    byId('ascii-box').hidden = !shown;
    byId('qr-wait').hidden = shown;
    if (!shown) byId('qr').removeAttribute('src');
    if (shown) byId('complete').hidden = true;
  }
}
