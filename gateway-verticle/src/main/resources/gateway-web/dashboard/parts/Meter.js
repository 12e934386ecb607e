import { html } from '../core/ui.js';

/** From here on a bar warns. */
const HIGH = 0.85;

/** A bar for the eye, with its name and its figures in words for everybody. */
export function Meter({ label, value, max, words }) {
  const share = max > 0 ? Math.min(1, value / max) : 0;
  const high = share >= HIGH;
  return html`<div class="meter" data-high=${high}>
    <div class="meter-words"><span>${label}</span><span>${words}${high && ' · high'}</span></div>
    <svg class="gauge" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      <rect width=${share} height="1" />
    </svg>
  </div>`;
}
