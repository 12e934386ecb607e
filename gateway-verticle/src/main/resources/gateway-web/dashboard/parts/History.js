import { html, useCallback, useState } from '../core/ui.js';
import * as api from '../core/api.js';
import { usePolled } from '../core/polling.js';
import { moment } from '../core/words.js';
import { StatusBadge } from './StatusBadge.js';

/** What became of a session, asked for when somebody wants to know. */
export function History({ session }) {
  const [open, setOpen] = useState(false);
  const { name, statusSince } = session;
  return html`<details id="history" class="card" onToggle=${(e) => setOpen(e.currentTarget.open)}>
    <summary><h3 id="history-title">History</h3></summary>
    ${open && html`<${Moves} name=${name} statusSince=${statusSince} />`}
  </details>`;
}

/** Read again with every change of the status. */
function Moves({ name, statusSince }) {
  const ask = useCallback(() => api.sessions.history(name), [name, statusSince]);
  const { answer, error } = usePolled(ask, null);
  if (!answer) return html`<p class="hint">${error ?? 'Reading…'}</p>`;
  return html`${error && html`<p class="hint">${error}</p>`}
    ${answer.length === 0 && html`<p class="hint">Nothing has become of it yet.</p>`}
    <ol class="moves" tabindex="0" aria-labelledby="history-title">
      ${answer.map((move) => html`<${Move} key=${move.at + move.generation + move.to} ...${move} />`)}
    </ol>`;
}

const Move = ({ to, reason, node, generation, at }) => html`<li class="move">
  <time datetime=${at}>${moment(at)}</time>
  <${StatusBadge} status=${to} />
  <span class="move-reason">${reason}</span>
  <span class="move-where">${node ?? 'no node'}, generation ${generation}</span>
</li>`;
