import '../waggle-qr-modal.js';
import { byId, notify } from './elements.js';
import { call, key } from './http.js';
import { openGate } from './key-gate.js';

const modal = document.querySelector('waggle-qr-modal');

/** Shows whether the default session is linked now, as the gateway says. */
function look() {
  showState().catch((error) => notify(error.message));
}

async function showState() {
  const { authenticated, connecting } = await call('GET', '/api/status');
  byId('state').textContent = authenticated ? 'linked' : connecting ? 'connecting' : 'not linked';
  byId('state').dataset.tone = authenticated ? 'good' : connecting ? 'wait' : 'idle';
}

byId('origin').textContent = location.origin;
byId('login').addEventListener('click', () => {
  modal.apiKey = key.get();
  modal.open();
});
modal.addEventListener('waggle-closed', look);

openGate({
  enter: look,
  leave: () => modal.close(),
});
