import * as api from './api.js';
import { Feed } from './feed.js';
import { key } from './key.js';
import { only } from './maps.js';
import { change, EMPTY } from './state.js';
import { take } from './take.js';

/** How often the list is read again, for sessions that were made or removed elsewhere. */
const LOOK_AGAIN_MILLIS = 3000;

let feed;
let timer;

/** Shows a key to the gateway; stays at the gate when it is not good. */
export async function enter(candidate) {
  key.set(candidate);
  change({ entering: true, farewell: null });
  try {
    const me = await api.me();
    change({ me, sessions: await api.sessions.list() });
    open();
  } catch (error) {
    leave(error.message);
  } finally {
    change({ entering: false });
  }
}

/** Goes on with the key that the tab has, if it has one. */
export const resume = () => key.get() && enter(key.get());

/** Back to the gate; nothing that was shown is kept. */
export function leave(farewell = null) {
  clearTimeout(timer);
  feed?.close();
  feed = null;
  key.forget();
  change({ ...EMPTY, farewell });
}

/** Reads the list again, at once. */
export async function refresh() {
  const askedAt = performance.now();
  try {
    const listed = await api.sessions.list();
    if (feed) change((state) => renew(state, listed, askedAt));
  } catch (error) {
    if (error.status === 401) leave(error.message);
    else change({ stale: error.message });
  }
}

function open() {
  feed = new Feed((event) => change((state) => take(state, event)), onLink);
  lookAgainLater();
}

/** What happened while the connection was away is in the list, not in the feed. */
function onLink(live) {
  change({ link: live ? 'live' : 'lost' });
  if (live) refresh();
}

function lookAgainLater() {
  timer = setTimeout(async () => {
    await refresh();
    if (feed) lookAgainLater();
  }, LOOK_AGAIN_MILLIS);
}

/** What was overtaken while the gateway answered, by a later answer or an event, is passed over. */
function renew(state, listed, askedAt) {
  if (askedAt < state.askedAt) return {};
  const known = new Map(state.sessions.map((session) => [session.name, session]));
  const sessions = listed.map((session) =>
    known.get(session.name)?.movedAt > askedAt ? known.get(session.name) : session,
  );
  return { ...keepOnly(state, sessions), sessions, askedAt, stale: null };
}

/** Lets go of what belongs to sessions that are gone, or to links that are over. */
function keepOnly({ messages, qrs, codes }, sessions) {
  const names = new Set(sessions.map(({ name }) => name));
  const linking = new Set(
    sessions.filter(({ status }) => status === 'SCAN_QR_CODE').map(({ name }) => name),
  );
  return { messages: only(messages, names), qrs: only(qrs, linking), codes: only(codes, linking) };
}
