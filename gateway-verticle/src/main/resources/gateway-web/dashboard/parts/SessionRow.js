import { html } from '../core/ui.js';
import { linkTo } from '../core/route.js';
import { Since } from './Since.js';
import { StatusBadge } from './StatusBadge.js';

/** A session in the list: how it is, why, since when, and where. */
export const SessionRow = ({ session, chosen }) => html`<a class="row"
  href=${linkTo('sessions', session.name)} data-session=${session.name}
  aria-current=${chosen ? 'true' : null}>
  <span class="row-top">
    <span class="name" title=${session.name}>${session.name}</span>
    <${StatusBadge} status=${session.status} />
  </span>
  ${session.reason && html`<span class="row-reason">${session.reason}</span>`}
  <span class="row-foot">
    <${Since} at=${session.statusSince} />
    <span>${session.node ? `on ${session.node}` : 'on no node'}</span>
  </span>
</a>`;
