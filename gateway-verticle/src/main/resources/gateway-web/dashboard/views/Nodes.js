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
  const { answer, error, look } = usePolled(api.nodes, LOOK_AGAIN_MILLIS);
  const on = (id) => sessions.filter(({ node }) => node === id).map(({ name }) => name);
  return html`<section class="page" aria-labelledby="nodes-title">
    <h1 id="nodes-title">Nodes</h1>
    <${Problem} text=${error} />
    ${!answer && !error && html`<p class="hint">Asking…</p>`}
    ${answer &&
    html`<p class="hint">${summary(answer)}</p>
      <ul id="nodes" class="cards">
        ${answer.map(
          (node) => html`<${NodeCard} key=${node.id} node=${node} sessions=${on(node.id)}
            placesElsewhere=${places(answer) - node.places} onChange=${look} />`,
        )}
      </ul>`}
  </section>`;
}

const places = (nodes) => nodes.reduce((sum, node) => sum + node.places, 0);

const summary = (nodes) =>
  `${nodes.filter(({ live }) => live).length} live, room for ${places(nodes)} more sessions`;
