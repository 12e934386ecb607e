import { html } from '../core/ui.js';
import * as api from '../core/api.js';
import { usePolled } from '../core/polling.js';
import { useKnown } from '../core/state.js';
import { NodeCard } from '../parts/NodeCard.js';
import { Problem } from '../parts/Problem.js';

/** Nodes tell of themselves about once a second; more often than this nobody looks. */
const LOOK_AGAIN_MILLIS = 3000;

/** The session nodes with their load. */
export function Nodes() {
  const { sessions } = useKnown();
  const { answer, error } = usePolled(api.nodes, LOOK_AGAIN_MILLIS);
  const on = (id) => sessions.filter(({ node }) => node === id).map(({ name }) => name);
  return html`<section class="page" aria-labelledby="nodes-title">
    <h1 id="nodes-title">Nodes</h1>
    <${Problem} text=${error} />
    ${!answer && !error && html`<p class="hint">Asking…</p>`}
    ${answer &&
    html`<p class="hint">${summary(answer)}</p>
      <ul id="nodes" class="cards">
        ${answer.map((node) => html`<${NodeCard} key=${node.id} node=${node} sessions=${on(node.id)} />`)}
      </ul>`}
  </section>`;
}

function summary(nodes) {
  const live = nodes.filter((node) => node.live);
  const room = live.filter((node) => !node.draining);
  const free = room.reduce((sum, { maxSessions, sessions }) => sum + maxSessions - sessions, 0);
  return `${live.length} live, room for ${Math.max(0, free)} more sessions`;
}
