import { html, useState } from '../core/ui.js';
import * as api from '../core/api.js';
import { useTask } from '../core/task.js';
import { Dialog } from './Dialog.js';
import { KeyFields } from './KeyFields.js';
import { KeyShown } from './KeyShown.js';
import { Problem } from './Problem.js';

const DAY_SECONDS = 24 * 60 * 60;

/** Asks what a new key is to be good for, then shows it, once. */
export function NewKey({ sessions, onClose }) {
  const [made, setMade] = useState(null);
  const { busy, error, run } = useTask();
  function onSubmit(event) {
    event.preventDefault();
    const wanted = read(new FormData(event.target));
    run(async () => setMade(await api.keys.create(wanted)));
  }
  return html`<${Dialog} title=${made ? 'The new key' : 'New key'} busy=${busy} onClose=${onClose}>
    ${made
      ? html`<${KeyShown} made=${made} onClose=${onClose} />`
      : html`<form id="key-form" onSubmit=${onSubmit}>
          <${KeyFields} sessions=${sessions} />
          <${Problem} text=${error} />
          <div class="buttons end">
            <button type="button" disabled=${busy} onClick=${onClose}>Cancel</button>
            <button class="primary" disabled=${busy}>${busy ? 'Creating…' : 'Create key'}</button>
          </div>
        </form>`}
  </${Dialog}>`;
}

/** What the API wants to know; what does not apply is left out. */
function read(form) {
  const days = Number(form.get('days'));
  const ofSessions = form.get('role') === 'session';
  return {
    name: form.get('name').trim(),
    role: form.get('role'),
    ...(ofSessions && { sessions: form.getAll('session'), actions: form.getAll('action') }),
    ...(days > 0 && { expiresInSeconds: days * DAY_SECONDS }),
  };
}
