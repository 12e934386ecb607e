import { html } from '../core/ui.js';
import * as api from '../core/api.js';
import { put } from '../core/maps.js';
import { change } from '../core/state.js';
import { useTask } from '../core/task.js';
import { CopyButton } from './CopyButton.js';
import { Problem } from './Problem.js';

/** The other way to link: a code that the person types on the phone. */
export function PairingCode({ session, code }) {
  const { busy, error, run } = useTask();
  function onSubmit(event) {
    event.preventDefault();
    const phone = new FormData(event.target).get('phone');
    run(async () => {
      const answer = await api.sessions.code(session, phone);
      change(({ codes }) => ({ codes: put(codes, session, answer.code) }));
    });
  }
  return html`<div class="pairing">
    <h3>No camera? Use a code</h3>
    <form id="code-form" onSubmit=${onSubmit}>
      <label for="phone">Phone number with country code</label>
      <div class="inline">
        <input id="phone" name="phone" type="tel" placeholder="5511999999999" required
          pattern="\\+?[0-9]{5,20}" title="Digits, with or without +" autocomplete="off" />
        <button disabled=${busy}>${busy ? 'Asking…' : 'Get a code'}</button>
      </div>
    </form>
    <${Problem} text=${error} />
    <div role="status">${code && html`<${Shown} code=${code} />`}</div>
  </div>`;
}

const Shown = ({ code }) => html`
  <p id="code" class="code">${code}</p>
  <div class="inline"><${CopyButton} key=${code} text=${code} /></div>
  <p class="hint">
    On the phone: <b>Linked devices</b>, <b>Link a device</b>, then${' '}
    <b>Link with phone number instead</b>, and type it there.
  </p>
`;
