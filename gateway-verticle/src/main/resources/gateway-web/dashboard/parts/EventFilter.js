import { html } from '../core/ui.js';

const WORDS = [
  ['', 'Everything'],
  ['status', 'Status'],
  ['linking', 'Linking'],
  ['messages', 'Messages'],
  ['acks', 'Acks'],
];

/** Which events a person wants to see. */
export function EventFilter({ sessions, filter, onChange }) {
  const set = (name) => (event) => onChange({ ...filter, [name]: event.target.value });
  return html`<div class="filter">
    <div>
      <label for="event-session">Session</label>
      <select id="event-session" value=${filter.session} onChange=${set('session')}>
        <option value="">All</option>
        ${sessions.map(({ name }) => html`<option key=${name} value=${name}>${name}</option>`)}
      </select>
    </div>
    <div>
      <label for="event-kind">Kind</label>
      <select id="event-kind" value=${filter.kind} onChange=${set('kind')}>
        ${WORDS.map(([kind, word]) => html`<option key=${kind} value=${kind}>${word}</option>`)}
      </select>
    </div>
  </div>`;
}
