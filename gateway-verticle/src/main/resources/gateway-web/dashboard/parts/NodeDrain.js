import { html, useLayoutEffect, useRef, useState } from '../core/ui.js';
import * as api from '../core/api.js';
import { Question } from './Question.js';

/** The way to end a node in good order, and how far that is. */
export function NodeDrain({ node, placesElsewhere, onChange }) {
  const [asked, ask] = useState(false);
  const progress = useRef();
  // The button that had the focus is gone by then.
  useLayoutEffect(() => {
    if (asked && node.draining) progress.current.focus();
  }, [node.draining]);
  const drain = () => api.drain(node.id).then(onChange);
  if (node.draining) return html`<p ref=${progress} class="hint leaving" tabindex="-1">${left(node)}</p>`;
  return html`
    <div class="buttons"><button class="danger" onClick=${() => ask(true)}>Drain…</button></div>
    ${asked &&
    html`<${Question} title="Drain ${node.id}?" verb="Drain" grave=${true} act=${drain}
      onClose=${() => ask(false)} text="${moves(node, placesElsewhere)} ${END}" />`}
  `;
}

const END =
  'Then it leaves the cluster and its process ends, and with it a gateway in the same process. ' +
  'This cannot be undone; start it again on its machine.';

const left = ({ sessions }) =>
  sessions > 0 ? `Handing its sessions over: ${sessions} left. Then it ends.` : 'It is ending.';

function moves({ sessions }, places) {
  if (sessions === 0) return 'It takes no more sessions, and has none to hand over.';
  if (places <= 0)
    return `It takes no more sessions. No other node has room for its ${sessions}: they are closed, and go on when there is some.`;
  return places < sessions
    ? `It takes no more sessions and hands ${places} of its ${sessions} over, each away for some seconds. There is no room for the others: they are closed, and go on when there is some.`
    : `It takes no more sessions and hands its ${sessions} over, each away for some seconds.`;
}
