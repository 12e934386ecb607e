import { html, useState } from '../core/ui.js';
import { change, useKnown } from '../core/state.js';
import { KINDS } from '../core/telling.js';
import { EventFilter } from '../parts/EventFilter.js';
import { EventRow } from '../parts/EventRow.js';
import { Reveal } from '../parts/Reveal.js';

/** What sessions told since this page was opened, the newest first. */
export function Events() {
  const { events, sessions, revealed } = useKnown();
  const [filter, setFilter] = useState({ session: '', kind: '' });
  const [held, hold] = useState(null);
  const shown = (held ?? events).filter((event) => passes(event, filter));
  return html`<section class="page" aria-labelledby="events-title">
    <div class="heading">
      <h1 id="events-title">Events</h1>
      <div class="buttons">
        <${Reveal} />
        <button onClick=${() => hold(held ? null : events)}>${held ? 'Go on' : 'Hold'}</button>
        <button onClick=${() => change({ events: [] })}>Clear</button>
      </div>
    </div>
    <${EventFilter} sessions=${sessions} filter=${filter} onChange=${setFilter} />
    ${held && html`<p class="hint" role="status">Held: newer events are kept and not shown.</p>`}
    ${shown.length === 0
      ? html`<p class="card nothing">Nothing yet. Events appear here as they happen.</p>`
      : html`<ol id="events" class="card events">
          ${shown.map((event) => html`<${EventRow} key=${event.id} event=${event} revealed=${revealed} />`)}
        </ol>`}
    <p class="hint">The last 200 of this tab.</p>
  </section>`;
}

const passes = (event, { session, kind }) =>
  (!session || event.session === session) && (!kind || KINDS[kind].includes(event.type));
