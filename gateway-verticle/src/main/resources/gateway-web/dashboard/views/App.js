import { html, useEffect } from '../core/ui.js';
import { isAdmin } from '../core/rights.js';
import { useRoute } from '../core/route.js';
import { useKnown } from '../core/state.js';
import { TopBar } from '../parts/TopBar.js';
import { Events } from './Events.js';
import { Gate } from './Gate.js';
import { Keys } from './Keys.js';
import { Nodes } from './Nodes.js';
import { Sessions } from './Sessions.js';

const VIEWS = { sessions: Sessions, events: Events, nodes: Nodes, keys: Keys };
const TITLES = { sessions: 'Sessions', events: 'Events', nodes: 'Nodes', keys: 'Keys' };
const FOR_ADMINS = ['nodes', 'keys'];

/** The whole page: the gate, or what is behind it. */
export function App() {
  const { me, stale, spoken } = useKnown();
  const route = useRoute();
  const view = viewFor(me, route.view);
  useTitle(me ? [route.name, TITLES[view]] : ['Log in']);
  return html`
    <a class="skip" href="#main" onClick=${skip}>Skip to the content</a>
    <${TopBar} view=${view} />
    <p class="spoken" role="status">${spoken}</p>
    ${me && stale && html`<p id="stale" class="banner" role="alert">${stale} ${STALE}</p>`}
    <main id="main" tabindex="-1">
      ${me ? html`<${VIEWS[view]} me=${me} name=${route.name} />` : html`<${Gate} />`}
    </main>
    <footer class="foot">
      Waggle is unofficial: not made, endorsed or supported by WhatsApp.
    </footer>
  `;
}

const STALE = 'What is shown may be out of date; trying again…';

/** An address of something that is not there, or not for this key, leads home. */
const viewFor = (me, wanted) =>
  !VIEWS[wanted] || (me && !isAdmin(me) && FOR_ADMINS.includes(wanted)) ? 'sessions' : wanted;

/** The address says which view is open, so it must stay. */
function skip(event) {
  event.preventDefault();
  document.getElementById('main').focus();
}

function useTitle(parts) {
  const title = [...parts.filter(Boolean), 'Waggle'].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
