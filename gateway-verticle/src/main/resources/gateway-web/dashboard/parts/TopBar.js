import { html } from '../core/ui.js';
import { leave } from '../core/desk.js';
import { isAdmin } from '../core/rights.js';
import { linkTo } from '../core/route.js';
import { useKnown } from '../core/state.js';
import { LinkState } from './LinkState.js';

const TABS = [
  ['sessions', 'Sessions'],
  ['events', 'Events'],
  ['nodes', 'Nodes', true],
  ['keys', 'Keys', true],
];

/** The brand, the ways to go, whether the page is live, and the way out. */
export function TopBar({ view }) {
  const { me, link } = useKnown();
  return html`<header class="bar">
    <a class="brand" href="#/sessions">
      <img src="/assets/icon.svg" alt="" width="28" height="28" /> Waggle
    </a>
    ${me && html`<${Tabs} me=${me} view=${view} />`}
    <div class="bar-end">
      ${me && html`<${LinkState} link=${link} />`}
      <a href="/docs">API</a>
      ${me && html`<button id="log-out" class="quiet" onClick=${() => leave()}>Log out</button>`}
    </div>
  </header>`;
}

const Tabs = ({ me, view }) => html`<nav class="tabs" aria-label="Views">
  ${TABS.filter(([, , forAdmins]) => !forAdmins || isAdmin(me)).map(
    ([name, word]) => html`<a key=${name} href=${linkTo(name)}
      aria-current=${name === view ? 'page' : null}>${word}</a>`,
  )}
</nav>`;
