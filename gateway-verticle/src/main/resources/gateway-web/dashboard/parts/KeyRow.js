import { html, useState } from '../core/ui.js';
import * as api from '../core/api.js';
import { date } from '../core/words.js';
import { Question } from './Question.js';

/** A key that exists: what it is good for, and the way to end it. */
export function KeyRow({ entry, onChange }) {
  const [asked, ask] = useState(false);
  const { id, name, role, sessions = [], actions = [] } = entry;
  const revoke = () => api.keys.revoke(id).then(onChange);
  return html`<li class="card key" data-key=${name}>
    <div class="heading">
      <h2>${name}</h2>
      <span class="badge" data-tone=${role === 'admin' ? 'wait' : 'idle'}>${role === 'admin' ? 'Admin' : 'Sessions'}</span>
    </div>
    <dl class="facts">
      ${role !== 'admin' &&
      html`<div><dt>Sessions</dt><dd>${sessions.join(', ')}</dd></div>
        <div><dt>May</dt><dd>${actions.join(', ')}</dd></div>`}
      <div><dt>Created</dt><dd>${entry.createdAt ? date(entry.createdAt) : 'unknown'}</dd></div>
      <div><dt>Ends</dt><dd>${entry.expiresAt ? date(entry.expiresAt) : 'never'}</dd></div>
    </dl>
    <div class="buttons"><button class="danger" onClick=${() => ask(true)}>Revoke…</button></div>
    ${asked &&
    html`<${Question} title="Revoke ${name}?" verb="Revoke" grave=${true} act=${revoke}
      onClose=${() => ask(false)}
      text="Whoever uses this key is refused from now on, and their open sockets are closed. This cannot be undone." />`}
  </li>`;
}
