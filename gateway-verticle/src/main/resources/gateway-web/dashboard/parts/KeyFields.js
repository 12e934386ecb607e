import { html, useState } from '../core/ui.js';

const ACTIONS = [
  ['read', 'Read: see sessions, QRs and events'],
  ['send', 'Send messages'],
  ['control', 'Control: create, start, stop, link, log out, reset'],
  ['delete', 'Delete sessions'],
];

const LIVES = [
  [0, 'Never'],
  [1, 'After a day'],
  [30, 'After 30 days'],
  [365, 'After a year'],
];

/** What a new key is called and what it is good for. */
export function KeyFields({ sessions }) {
  const [role, setRole] = useState('session');
  return html`
    <label for="key-name">Name</label>
    <input id="key-name" name="name" required maxlength="100" autocomplete="off" autofocus
      placeholder="Who will use it, e.g. crm" />
    <label for="key-role">Good for</label>
    <select id="key-role" name="role" value=${role} onChange=${(e) => setRole(e.target.value)}>
      <option value="session">Single sessions</option>
      <option value="admin">Everything (admin)</option>
    </select>
    ${role === 'session' &&
    html`<${Checks} legend="Sessions" name="session" options=${sessions.map((name) => [name, name])} />
      <${Checks} legend="It may" name="action" options=${ACTIONS} checked="read" />`}
    <label for="key-days">Ends</label>
    <select id="key-days" name="days">
      ${LIVES.map(([days, words]) => html`<option key=${days} value=${days}>${words}</option>`)}
    </select>
  `;
}

const Checks = ({ legend, name, options, checked }) => html`<fieldset>
  <legend>${legend}</legend>
  ${options.length === 0 && html`<p class="hint">There is no session yet; create one first.</p>`}
  ${options.map(
    ([value, words]) => html`<label class="check" key=${value}>
      <input type="checkbox" name=${name} value=${value} defaultChecked=${value === checked} />
      <span>${words}</span>
    </label>`,
  )}
</fieldset>`;
