import { html } from '../core/ui.js';
import { linkTo } from '../core/route.js';
import { useKnown } from '../core/state.js';
import { SessionDetail } from '../parts/SessionDetail.js';
import { SessionList } from '../parts/SessionList.js';

/** The sessions and the chosen one; on a phone one of the two. */
export function Sessions({ me, name }) {
  const { sessions } = useKnown();
  const session = sessions.find((each) => each.name === name);
  return html`<div id="desk" class="desk" data-open=${Boolean(name)}>
    <h1 class="spoken">Sessions</h1>
    <${SessionList} me=${me} sessions=${sessions} chosen=${name} />
    ${session ? html`<${SessionDetail} me=${me} session=${session} />` : html`<${Nothing} name=${name} />`}
  </div>`;
}

const Nothing = ({ name }) => html`<div class="card nothing" id="nothing">
  <p>
    ${name
      ? `There is no session ${name}, or this key may not see it.`
      : 'Choose a session to see how it is.'}
  </p>
  ${name && html`<a href=${linkTo('sessions')}>All sessions</a>`}
</div>`;
