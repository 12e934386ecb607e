import { html } from '../core/ui.js';
import { ago, date } from '../core/words.js';
import { useNow } from '../core/clock.js';

const TICK_MILLIS = 10_000;

/** How long ago something was; the exact time is its tooltip. */
export function Since({ at }) {
  const now = Math.max(useNow(TICK_MILLIS), Date.parse(at));
  return html`<time datetime=${at} title=${date(at)}>${ago(at, now)}</time>`;
}
