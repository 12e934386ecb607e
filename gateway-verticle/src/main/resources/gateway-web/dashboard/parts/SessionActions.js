import { html, useState } from '../core/ui.js';
import * as api from '../core/api.js';
import { DEEDS, deedsFor } from '../core/deeds.js';
import { refresh } from '../core/desk.js';
import { go } from '../core/route.js';
import { useTask } from '../core/task.js';
import { Problem } from './Problem.js';
import { Question } from './Question.js';

/** The buttons for what makes sense now and what the key is good for. */
export function SessionActions({ me, session }) {
  const [asked, ask] = useState(null);
  const { busy, error, run } = useTask();
  const start = () => run(() => api.sessions.start(session.name).then(refresh));
  const button = (deed) =>
    deed === 'start'
      ? html`<button key=${deed} class="primary" disabled=${busy} onClick=${start}>Start</button>`
      : html`<button key=${deed} class=${DEEDS[deed].grave && 'danger'} onClick=${() => ask(deed)}>
          ${DEEDS[deed].verb}…
        </button>`;
  return html`
    <div class="buttons deeds" role="group" aria-label="What to do with ${session.name}">
      ${deedsFor(me, session).map(button)}
    </div>
    <${Problem} text=${error} />
    ${asked && html`<${Asked} deed=${asked} session=${session.name} onClose=${() => ask(null)} />`}
  `;
}

function Asked({ deed, session, onClose }) {
  const { verb, text, grave, act } = DEEDS[deed];
  async function doIt() {
    await act(session);
    if (deed === 'remove') go('sessions');
    await refresh();
  }
  return html`<${Question} title="${verb} ${session}?" text=${text} verb=${verb} grave=${grave}
    act=${doIt} onClose=${onClose} />`;
}
