import { put, without } from './maps.js';
import { statusOf } from './statuses.js';

/** As many as a person looks back over; the oldest leave. */
const EVENTS_KEPT = 200;
const MESSAGES_KEPT = 50;

const TAKERS = {
  'session.status': takeStatus,
  'session.qr': ({ qrs }, { session, data }) => ({ qrs: put(qrs, session, data) }),
  'session.pairing-code': ({ codes }, { session, data }) => ({
    codes: put(codes, session, data.code),
  }),
  message: takeMessage,
  'message.sent': takeMessage,
  'message.ack': takeAck,
};

/** What an event changes; one that is known already changes nothing. */
export function take(state, event) {
  if (state.events.some(({ id }) => id === event.id)) return {};
  const events = [event, ...state.events].slice(0, EVENTS_KEPT);
  return { events, ...TAKERS[event.type]?.(state, event) };
}

function takeStatus(state, { session, node, timestamp, data }) {
  const moved = (known) => ({
    ...known,
    node,
    status: data.status,
    reason: data.reason,
    me: data.me ?? known.me,
    statusSince: timestamp,
    movedAt: performance.now(),
  });
  return {
    sessions: state.sessions.map((known) => (known.name === session ? moved(known) : known)),
    spoken: `${session}: ${statusOf(data.status).word}`,
    ...(data.status === 'SCAN_QR_CODE' ? {} : withoutLinking(state, session)),
  };
}

/** A QR of a link that is over must never be shown again. */
const withoutLinking = ({ qrs, codes }, session) => ({
  qrs: without(qrs, session),
  codes: without(codes, session),
});

function takeMessage({ messages }, { session, data }) {
  const known = messages.get(session) ?? new Map();
  const all = put(known, data.id, further(known.get(data.id) ?? data, data.ack));
  return { messages: put(messages, session, new Map([...all].slice(-MESSAGES_KEPT))) };
}

function takeAck({ messages }, { session, data: { id, ack } }) {
  const known = messages.get(session);
  return known?.has(id)
    ? { messages: put(messages, session, put(known, id, further(known.get(id), ack))) }
    : {};
}

/** A message goes further, never back, unless it failed. */
const further = (message, ack) => (ack < 0 || ack > message.ack ? { ...message, ack } : message);
