import { html } from '../core/ui.js';

/** What each ack means, and how it looks. */
const TICKS = new Map([
  [-1, ['not sent', '!']],
  [0, ['on its way', '…']],
  [1, ['sent', '✓']],
  [2, ['delivered', '✓✓']],
  [3, ['read', '✓✓']],
  [4, ['played', '✓✓']],
]);

const tickOf = (ack) => TICKS.get(ack) ?? TICKS.get(0);

/** An ack in a word or two. */
export const ackWord = (ack) => tickOf(ack)[0];

/** How far a message has gone. */
export function Tick({ ack }) {
  const [meaning, marks] = tickOf(ack);
  return html`<span class="tick" data-ack=${ack} role="img" title=${meaning} aria-label=${meaning}>
    ${marks}
  </span>`;
}
