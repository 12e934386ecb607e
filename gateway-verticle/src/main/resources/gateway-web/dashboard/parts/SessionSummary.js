import { html } from '../core/ui.js';
import { statusOf } from '../core/statuses.js';
import { Account } from './Account.js';
import { SessionActions } from './SessionActions.js';
import { Since } from './Since.js';
import { StatusBadge } from './StatusBadge.js';

/** A session's state, why it came to it, where it runs, and the buttons. */
export function SessionSummary({ me, session, headingRef }) {
  const { name, status, reason, statusSince, node, me: account } = session;
  return html`<section id="session" class="card" aria-labelledby="detail-title">
    <div class="heading">
      <h2 id="detail-title" tabindex="-1" ref=${headingRef}>${name}</h2>
      <span id="status"><${StatusBadge} status=${status} /></span>
    </div>
    ${reason && html`<p id="reason" class="reason">${reason}</p>`}
    ${statusOf(status).advice && html`<p class="advice">${statusOf(status).advice}</p>`}
    <dl class="facts">
      <div><dt>Since</dt><dd><${Since} at=${statusSince} /></dd></div>
      <div><dt>Node</dt><dd>${node ?? 'none'}</dd></div>
      ${account && html`<div><dt>Account</dt><dd><${Account} account=${account} /></dd></div>`}
    </dl>
    <${SessionActions} key=${name} me=${me} session=${session} />
  </section>`;
}
