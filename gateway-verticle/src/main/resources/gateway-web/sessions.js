import * as api from './api.js';
import { attempt, byId, element, paintStatus } from './dom.js';

const RUNNING = ['STARTING', 'SCAN_QR_CODE', 'AUTHENTICATED', 'WORKING', 'RECONNECTING'];

/** The list of sessions and the one that is chosen. */
export class Sessions {
  #all = new Map();
  #chosen;
  #shown;
  #linking;
  #messages;
  #refresh;

  constructor(linking, messages, refresh) {
    this.#linking = linking;
    this.#messages = messages;
    this.#refresh = refresh;
    byId('session').addEventListener('click', (event) => this.#act(event.target));
    byId('send-form').addEventListener('submit', (event) => {
      event.preventDefault();
      attempt(event.submitter, () => this.#send());
    });
  }

  names() {
    return [...this.#all.keys()];
  }

  choose(name) {
    this.#chosen = name;
    byId('sent').textContent = '';
    this.#paint();
    if (matchMedia('(max-width: 52rem)').matches) byId('detail').scrollIntoView();
  }

  /** Takes the list as the gateway has it. */
  replace(sessions) {
    this.#all = new Map(sessions.map((session) => [session.name, session]));
    if (!this.#all.has(this.#chosen)) this.#chosen = undefined;
    this.#messages.keep(this.names());
    this.#paint();
  }

  /** Takes one move of one session, as the feed has it. */
  move(name, { status, reason, me }) {
    const session = this.#all.get(name);
    if (!session) return;
    this.#all.set(name, { ...session, status, reason, me: me ?? session.me });
    this.#paint();
  }

  #paint() {
    this.#paintList([...this.#all.values()]);
    this.#paintDetail(this.#all.get(this.#chosen));
  }

  /** Leaves the list alone while nothing in it changes, so that no click falls between two. */
  #paintList(sessions) {
    const shown = JSON.stringify([this.#chosen, sessions.map(({ name, status }) => [name, status])]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    byId('no-sessions').hidden = sessions.length > 0;
    const focused = document.activeElement?.dataset.session;
    byId('sessions').replaceChildren(...sessions.map((session) => this.#row(session)));
    if (focused) byId('sessions').querySelector(`[data-session="${focused}"]`)?.focus();
  }

  #row(session) {
    const button = element('button', '', '');
    const badge = element('span', 'status', '');
    paintStatus(badge, session.status);
    button.type = 'button';
    button.dataset.session = session.name;
    button.setAttribute('aria-current', session.name === this.#chosen);
    button.append(element('span', 'name', session.name), badge);
    button.addEventListener('click', () => this.choose(session.name));
    const row = document.createElement('li');
    row.append(button);
    return row;
  }

  #paintDetail(session) {
    byId('nothing').hidden = Boolean(session);
    byId('session').hidden = !session;
    if (!session) return;
    byId('detail-title').textContent = session.name;
    byId('reason').textContent = session.reason ?? '';
    byId('account').hidden = !session.me;
    byId('account').textContent = session.me ? accountOf(session.me) : '';
    byId('send-form').hidden = session.status !== 'WORKING';
    paintStatus(byId('status'), session.status);
    const running = RUNNING.includes(session.status);
    byId('session').querySelector('[data-action=start]').hidden = running;
    byId('session').querySelector('[data-action=stop]').hidden = !running;
    byId('session').querySelector('[data-action=logout]').hidden = !session.me;
    this.#linking.show(session.name, session.status);
    this.#messages.show(session.name, Boolean(session.me));
  }

  #act(button) {
    const act = {
      start: api.startSession,
      stop: api.stopSession,
      logout: api.logoutSession,
      delete: api.deleteSession,
    }[button.dataset.action];
    if (!act || (button.dataset.action === 'delete' && !this.#sure())) return;
    attempt(button, async () => {
      await act(this.#chosen);
      await this.#refresh();
    });
  }

  #sure() {
    return confirm(`Delete ${this.#chosen}? Its profile is erased; it must be linked anew.`);
  }

  async #send() {
    byId('sent').textContent = '';
    await api.sendText(this.#chosen, byId('chat').value, byId('text').value);
    byId('text').value = '';
    byId('sent').textContent = 'Sent: WhatsApp has it.';
  }
}

const accountOf = ({ id, pushName }) => [pushName, id.split('@')[0]].filter(Boolean).join(' · ');
