import { html } from '../core/ui.js';
import * as api from '../core/api.js';
import { refresh } from '../core/desk.js';
import { go } from '../core/route.js';
import { useTask } from '../core/task.js';
import { Problem } from './Problem.js';

const WORD = '[A-Za-z0-9][A-Za-z0-9_\\-]*';
const WORDS = `${WORD}( ${WORD})*`;

/** Creates and starts a session; a key of single sessions chooses among its own names. */
export function NewSession({ names }) {
  const { busy, error, run } = useTask();
  function onSubmit(event) {
    event.preventDefault();
    const form = event.target;
    run(async () => {
      const created = await api.sessions.create(new FormData(form).get('name').trim());
      form.reset();
      await refresh();
      go('sessions', created.name);
    });
  }
  return html`<form id="create-form" onSubmit=${onSubmit}>
      <label for="name">New session</label>
      <div class="inline">
        ${names ? html`<${Choice} names=${names} />` : html`<${Free} />`}
        <button class="primary" disabled=${busy}>${busy ? 'Creating…' : 'Create'}</button>
      </div>
    </form>
    <${Problem} text=${error} />`;
}

const Free = () => html`<input id="name" name="name" placeholder="Its name, e.g. sales" required
  maxlength="64" pattern=${WORDS} autocomplete="off" autocapitalize="none"
  spellcheck=${false} title="Words of letters, digits, _ or -, each starting with a letter or a digit" />`;

const Choice = ({ names }) => html`<select id="name" name="name">
  ${names.map((name) => html`<option key=${name}>${name}</option>`)}
</select>`;
