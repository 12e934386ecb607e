import { html } from '../core/ui.js';
import { useNow } from '../core/clock.js';

const TICK_MILLIS = 250;

/** Counts a QR's time down, in words and as a bar; not said aloud, it would never stop. */
export function Countdown({ from, until }) {
  const end = Date.parse(until);
  const whole = Math.max(1, end - Date.parse(from));
  const left = Math.min(whole, Math.max(0, end - useNow(TICK_MILLIS)));
  const words = left > 0 ? `${Math.ceil(left / 1000)} s left` : 'A new one is coming…';
  return html`<div class="countdown">
    <span id="countdown">${words}</span>
    <progress max="1" value=${left / whole} aria-label="Time left for this QR"></progress>
  </div>`;
}
