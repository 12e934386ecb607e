import { html } from '../core/ui.js';
import { linkTo } from '../core/route.js';
import { gib, percent } from '../core/words.js';
import { Meter } from './Meter.js';
import { NodeDrain } from './NodeDrain.js';
import { Since } from './Since.js';

/** A node with its load, the sessions that it carries, and the way to end it. */
export const NodeCard = ({ node, sessions, placesElsewhere, onChange }) => html`<li class="card node" data-node=${node.id}>
  <div class="heading">
    <h2>${node.id}</h2>
    <span class="badge" data-tone=${toneOf(node)}>
      <span class="dot" aria-hidden="true"></span>${stateOf(node)}
    </span>
  </div>
  <p class="hint">
    Version ${node.version || 'unknown'}${node.self && ' · answered this page'}
    ${!node.live && html` · lease ended <${Since} at=${node.leaseUntil} />`}
  </p>
  ${node.live && html`<${Load} ...${node} />`}
  ${sessions.length > 0 &&
  html`<p class="carries">
    ${sessions.map((name) => html`<a key=${name} href=${linkTo('sessions', name)}>${name}</a> `)}
  </p>`}
  ${node.live &&
  html`<${NodeDrain} node=${node} placesElsewhere=${placesElsewhere} onChange=${onChange} />`}
</li>`;

function Load({ sessions, running, maxSessions, freeMemory, totalMemory, cpuLoad }) {
  const used = Math.max(0, totalMemory - freeMemory);
  return html`
    <${Meter} label="Sessions" value=${sessions} max=${maxSessions}
      words="${sessions} of ${maxSessions}, ${running} running" />
    <${Meter} label="Memory" value=${used} max=${totalMemory}
      words=${totalMemory > 0 ? `${gib(used)} of ${gib(totalMemory)}` : `${gib(freeMemory)} free`} />
    <${Meter} label="Processors" value=${cpuLoad} max=${1} words="${percent(cpuLoad)} busy" />
  `;
}

const stateOf = ({ live, draining }) => (live ? (draining ? 'Draining' : 'Live') : 'Gone');
const toneOf = ({ live, draining }) => (live ? (draining ? 'wait' : 'good') : 'bad');
