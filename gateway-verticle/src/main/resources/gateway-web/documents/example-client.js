import { io } from '../waggle-client.js';
import { attempt, byId } from './elements.js';
import { call, key, sessionPath } from './http.js';
import { openGate } from './key-gate.js';
import { LinkView } from './link-view.js';

const view = new LinkView();
let socket;

/** Joins the room first, so that nothing is missed, and then has the session initialized. */
async function initialize(name) {
  leave();
  view.clear();
  socket = connect();
  try {
    await joined(socket, name);
    const answer = await call('POST', sessionPath(name, '/initialize-with-qr'));
    view.initialized(answer.message);
  } catch (error) {
    leave();
    view.connection(false, 'Not connected');
    throw error;
  }
}

function connect() {
  const opened = io(location.origin, { auth: { key: key.get() } });
  opened.on('connect', () => view.connection(true, 'Connected'));
  opened.on('connect_error', ({ message }) => view.connection(false, message));
  opened.on('qr-code', (qr) => view.showQr(qr));
  opened.on('status-update', (status) => view.showStatus(status));
  opened.on('session-complete', ({ message }) => view.complete(message));
  opened.on('disconnect', (reason) => disconnected(reason));
  byId('leave').disabled = false;
  return opened;
}

/** Fails when the connection cannot be had or the room is not this key's. */
function joined(opened, name) {
  return new Promise((resolve, reject) => {
    opened.once('connect_error', reject);
    opened.once('connect', () =>
      opened.emit('join-session', name, ({ error }) => {
        if (error) return reject(new Error(error.detail));
        view.connection(true, `Connected, in the room of ${name}`);
        resolve();
      }),
    );
  });
}

function disconnected(reason) {
  if (reason !== 'io server disconnect') {
    view.connection(false, 'Connection lost, trying again…');
    return;
  }
  view.connection(false, 'Disconnected by the server: the session is complete');
  view.log('disconnect', reason);
  byId('leave').disabled = true;
}

function leave() {
  socket?.disconnect();
  socket = undefined;
  byId('leave').disabled = true;
}

byId('session-form').addEventListener('submit', (event) => {
  event.preventDefault();
  attempt(event.submitter, () => initialize(byId('session').value.trim()));
});

byId('leave').addEventListener('click', () => {
  leave();
  view.clear();
});

openGate({
  enter: () => byId('session').focus(),
  leave: () => {
    leave();
    view.clear();
  },
});
