import { html } from '../core/ui.js';
import { statusOf } from '../core/statuses.js';

/** A dot for the eye and a word for everybody. */
export function StatusBadge({ status }) {
  const { word, tone } = statusOf(status);
  return html`<span class="badge" data-tone=${tone} data-status=${status}>
    <span class="dot" aria-hidden="true"></span>${word}
  </span>`;
}
