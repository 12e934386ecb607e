import { html } from '../core/ui.js';
import { change, useKnown } from '../core/state.js';

/** Shows phone numbers in full, or masks them again, everywhere on the page. */
export function Reveal() {
  const { revealed } = useKnown();
  return html`<button class="quiet" type="button" onClick=${() => change({ revealed: !revealed })}>
    ${revealed ? 'Hide numbers' : 'Show numbers'}
  </button>`;
}
