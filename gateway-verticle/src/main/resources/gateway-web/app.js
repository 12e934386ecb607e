import * as api from './api.js';
import { attempt, byId, notify } from './dom.js';
import { Feed } from './feed.js';
import { Linking } from './linking.js';
import { Messages } from './messages.js';
import { Sessions } from './sessions.js';

/** How often the list is read again, for sessions that were made or removed elsewhere. */
const LOOK_AGAIN_MILLIS = 3000;

const linking = new Linking();
const messages = new Messages();
const sessions = new Sessions(linking, messages, refresh);
let feed;
let timer;

async function refresh() {
  sessions.replace(await api.listSessions());
  feed?.watch(sessions.names());
}

function take(event) {
  if (event.type === 'session.qr') linking.paint(event.session, event.data);
  if (event.type === 'session.pairing-code') linking.paintCode(event.session, event.data.code);
  if (event.type === 'session.status') sessions.move(event.session, event.data);
  if (event.type === 'message') messages.add(event.session, event.data);
  if (event.type === 'message.sent') messages.add(event.session, event.data);
  if (event.type === 'message.ack') messages.acknowledge(event.session, event.data);
}

function paintLive(on) {
  byId('live').classList.toggle('on', on);
  byId('live-text').textContent = on ? 'Live' : 'Connection lost, trying again…';
}

async function lookAgain() {
  try {
    await refresh();
    notify();
  } catch (error) {
    if (error.status === 401) return leave(error.message);
    notify(error.message);
  }
  timer = setTimeout(lookAgain, LOOK_AGAIN_MILLIS);
}

async function enter() {
  await refresh();
  byId('gate').hidden = true;
  byId('desk').hidden = false;
  byId('forget-key').hidden = false;
  feed = new Feed(take, paintLive);
  feed.watch(sessions.names());
  timer = setTimeout(lookAgain, LOOK_AGAIN_MILLIS);
}

function leave(reason) {
  clearTimeout(timer);
  feed?.close();
  feed = null;
  api.key.forget();
  sessions.replace([]);
  byId('desk').hidden = true;
  byId('forget-key').hidden = true;
  byId('gate').hidden = false;
  byId('key').value = '';
  byId('key').focus();
  notify(reason);
}

byId('key-form').addEventListener('submit', (event) => {
  event.preventDefault();
  attempt(event.submitter, async () => {
    api.key.set(byId('key').value.trim());
    await enter();
  });
});

byId('create-form').addEventListener('submit', (event) => {
  event.preventDefault();
  attempt(event.submitter, async () => {
    const created = await api.createSession(byId('name').value.trim());
    byId('name').value = '';
    sessions.choose(created.name);
    await refresh();
  });
});

byId('forget-key').addEventListener('click', () => leave());

if (api.key.get()) enter().catch((error) => leave(error.message));
