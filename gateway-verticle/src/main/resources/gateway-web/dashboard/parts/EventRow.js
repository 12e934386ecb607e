import { html } from '../core/ui.js';
import { linkTo } from '../core/route.js';
import { clock } from '../core/words.js';
import { describe } from '../core/telling.js';

/** One event in a line: when, which session, what. */
export function EventRow({ event, revealed }) {
  const { kind, tone, text } = describe(event, revealed);
  return html`<li class="event">
    <time datetime=${event.timestamp}>${clock(event.timestamp)}</time>
    <a href=${linkTo('sessions', event.session)}>${event.session}</a>
    <span class="badge" data-tone=${tone}>${kind}</span>
    <span class="event-text">${text}</span>
  </li>`;
}
