import { html, useLayoutEffect, useRef } from '../core/ui.js';
import { may } from '../core/rights.js';
import { linkTo } from '../core/route.js';
import { History } from './History.js';
import { Linking } from './Linking.js';
import { Messages } from './Messages.js';
import { SendForm } from './SendForm.js';
import { SessionSummary } from './SessionSummary.js';
import { Syncing } from './Syncing.js';

/** The chosen session: how it is, and what can be done in that state. */
export function SessionDetail({ me, session }) {
  const heading = useArrival(session.name);
  const { name, status, me: account } = session;
  const linking = status === 'SCAN_QR_CODE' || (status === 'STARTING' && !account);
  return html`<div class="detail">
    <a class="back" href=${linkTo('sessions')}>← All sessions</a>
    <${SessionSummary} me=${me} session=${session} headingRef=${heading} />
    ${linking && html`<${Linking} me=${me} session=${session} />`}
    ${status === 'AUTHENTICATED' && html`<${Syncing} />`}
    ${account &&
    !linking &&
    html`<div class="pair">
      <${Messages} session=${name} />
      ${status === 'WORKING' && may(me, 'send') && html`<${SendForm} key=${name} session=${name} />`}
    </div>`}
    <${History} key=${name} session=${session} />
  </div>`;
}

/**
 * Whoever chooses a session is taken to it, by eye and by screen reader: before it is painted, so
 * that nobody loses the focus again whose hands are quicker.
 */
function useArrival(name) {
  const heading = useRef();
  useLayoutEffect(() => heading.current.focus(), [name]);
  return heading;
}
