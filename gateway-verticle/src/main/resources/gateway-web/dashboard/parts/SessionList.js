import { html } from '../core/ui.js';
import { may, namesToCreate } from '../core/rights.js';
import { NewSession } from './NewSession.js';
import { SessionRow } from './SessionRow.js';

/** Every session that the key may see, and a way to make one more. */
export function SessionList({ me, sessions, chosen }) {
  const names = namesToCreate(me, sessions);
  const creates = may(me, 'control') && names?.length !== 0;
  return html`<section class="card list" aria-labelledby="sessions-title">
    <h2 id="sessions-title">Sessions</h2>
    ${creates && html`<${NewSession} names=${names} />`}
    ${sessions.length === 0 && html`<${None} creates=${creates} />`}
    <ul id="sessions" class="sessions">
      ${sessions.map(
        (session) => html`<li key=${session.name}>
          <${SessionRow} session=${session} chosen=${session.name === chosen} />
        </li>`,
      )}
    </ul>
  </section>`;
}

const None = ({ creates }) => html`<p id="no-sessions" class="hint">
  ${creates ? 'None yet. Give one a name and create it.' : 'There is none that this key may see.'}
</p>`;
