import { html, useState } from '../core/ui.js';
import * as api from '../core/api.js';
import { usePolled } from '../core/polling.js';
import { useKnown } from '../core/state.js';
import { KeyRow } from '../parts/KeyRow.js';
import { NewKey } from '../parts/NewKey.js';
import { Problem } from '../parts/Problem.js';

/** The keys that were created here; the one from the settings is not among them. */
export function Keys() {
  const { sessions } = useKnown();
  const { answer, error, look } = usePolled(api.keys.list, null);
  const [making, make] = useState(false);
  function done() {
    make(false);
    look();
  }
  return html`<section class="page" aria-labelledby="keys-title">
    <div class="heading">
      <h1 id="keys-title">Keys</h1>
      <button class="primary" onClick=${() => make(true)}>New key…</button>
    </div>
    <${Problem} text=${error} />
    ${answer?.length === 0 && html`<p class="card nothing">No keys yet beside the one from the settings.</p>`}
    <ul id="keys" class="cards">
      ${(answer ?? []).map((entry) => html`<${KeyRow} key=${entry.id} entry=${entry} onChange=${look} />`)}
    </ul>
    ${making && html`<${NewKey} sessions=${sessions.map(({ name }) => name)} onClose=${done} />`}
  </section>`;
}
