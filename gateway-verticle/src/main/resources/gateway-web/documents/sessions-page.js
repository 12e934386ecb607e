import { io } from '../waggle-client.js';
import { attempt, byId, notify } from './elements.js';
import { call, key, sessionPath } from './http.js';
import { openGate } from './key-gate.js';
import { SessionTile } from './session-tile.js';

/** By session id. */
const tiles = new Map();
let socket;

const qrOf = (id, format) => call('GET', `/api/${encodeURIComponent(id)}/auth/qr?format=${format}`);

async function pictureOf(id) {
  return (await qrOf(id, 'json')).base64;
}

/** Reads the list again and shows it; sessions that are gone disappear. */
async function refresh() {
  const sessions = await call('GET', '/api/sessions');
  const present = new Set(sessions.map(({ id }) => id));
  [...tiles.keys()].filter((id) => !present.has(id)).forEach(drop);
  sessions.forEach((session) => tileOf(session).show(session.status, session.statusSince));
  byId('none').hidden = tiles.size > 0;
  await Promise.all([...tiles.values()].map(catchUp));
}

/** A QR that was on show before the page listened comes by no event. */
async function catchUp(tile) {
  if (tile.status !== 'SCAN_QR_CODE' || tile.hasQr) return;
  try {
    const { value } = await qrOf(tile.id, 'raw');
    if (!tile.hasQr) await tile.showQr(value);
  } catch (error) {
    // None on show at the moment: the next one comes as an event.
    if (error.status !== 409) notify(error.message);
  }
}

function tileOf(session) {
  if (!tiles.has(session.id)) {
    const tile = new SessionTile(session, start, pictureOf);
    const after = [...byId('sessions').children].find(({ dataset }) => dataset.session > session.id);
    tiles.set(session.id, tile);
    byId('sessions').insertBefore(tile.element, after ?? null);
  }
  return tiles.get(session.id);
}

function drop(id) {
  tiles.get(id).remove();
  tiles.delete(id);
}

function start(id, button) {
  return attempt(button, async () => {
    const { status, statusSince } = await call('POST', sessionPath(id, '/start'));
    tiles.get(id)?.show(status, statusSince);
  });
}

function listen() {
  socket = io(location.origin, { auth: { key: key.get() } });
  let watched = false;
  socket.on('connect', () => {
    // Later the socket takes up its watch by itself, where it was.
    if (watched) return lookAgain();
    socket.emit('watch-sessions', {}, ({ error }) => {
      if (error) return notify(error.detail);
      watched = true;
      lookAgain();
    });
  });
  socket.on('connect_error', ({ message }) => live(false, message));
  socket.on('disconnect', () => live(false, 'Connection lost, trying again…'));
  socket.on('event', move);
  socket.on('qr', ({ qr, sessionId }) => tiles.get(sessionId)?.showQr(qr));
  socket.on('ready', told('WhatsApp is connected.', 'good'));
  socket.on('disconnected', told('WhatsApp is disconnected.', 'idle'));
  socket.on('auth_failure', told('Linking failed.', 'bad'));
  socket.on('qr_timeout', told('No QR came within 30 seconds.', 'bad'));
}

/** What happened before the watch began comes by no event: the list says it. */
function lookAgain() {
  live(true, 'Live');
  refresh().catch((error) => notify(error.message));
}

const told = (text, tone) => ({ sessionId, reason }) =>
  tiles.get(sessionId)?.say(reason ? `${text} ${reason}` : text, tone);

/** Where the documented events have no word, such as for a session that is starting. */
function move({ type, session, timestamp, data }) {
  if (type !== 'session.status') return;
  if (tiles.has(session)) tiles.get(session).show(data.status, timestamp);
  else refresh().catch((error) => notify(error.message));
}

function live(on, text) {
  byId('dot').classList.toggle('on', on);
  byId('connection').textContent = text;
}

byId('create-form').addEventListener('submit', (event) => {
  event.preventDefault();
  attempt(event.submitter, async () => {
    const created = await call('POST', '/api/sessions', { body: { name: byId('name').value.trim() } });
    byId('name').value = '';
    const { status, statusSince } = await call('POST', sessionPath(created.id, '/start'));
    tileOf(created).show(status, statusSince);
    byId('none').hidden = true;
  });
});

openGate({
  enter: () => {
    listen();
    refresh().catch((error) => notify(error.message));
  },
  leave: () => {
    socket?.disconnect();
    [...tiles.keys()].forEach(drop);
  },
});
