import { html, useLayoutEffect, useRef } from '../core/ui.js';
import { enter } from '../core/desk.js';
import { useKnown } from '../core/state.js';
import { Problem } from '../parts/Problem.js';

/** Asks for the key. */
export function Gate() {
  const { entering, farewell } = useKnown();
  const input = useRef();
  useLayoutEffect(() => input.current.select(), [farewell]);
  function onSubmit(event) {
    event.preventDefault();
    enter(new FormData(event.target).get('key').trim());
  }
  return html`<section class="card gate" aria-labelledby="gate-title">
    <h1 id="gate-title">Log in with a key</h1>
    <p>
      Waggle printed an API key when it started, or an administrator gave you one. It stays in this
      tab only.
    </p>
    <${Problem} text=${farewell} />
    <form id="gate" onSubmit=${onSubmit}>
      <label for="key">API key</label>
      <input ref=${input} id="key" name="key" type="password" autocomplete="off" spellcheck=${false} required />
      <button class="primary wide" disabled=${entering}>${entering ? 'Asking…' : 'Log in'}</button>
    </form>
  </section>`;
}
