import { ackWord } from '../parts/Tick.js';
import { statusOf } from './statuses.js';
import { numberOf } from './words.js';

/** The kinds that a person can choose among, with the types of event that each covers. */
export const KINDS = {
  status: ['session.status'],
  linking: ['session.qr', 'session.pairing-code', 'session.complete'],
  messages: ['message', 'message.sent'],
  acks: ['message.ack'],
};

const TELLERS = {
  'session.status': ({ status, reason }) => ({
    kind: statusOf(status).word,
    tone: statusOf(status).tone,
    text: reason ?? '',
  }),
  'session.qr': ({ attempt, maxAttempts }) => ({
    kind: 'QR',
    tone: 'wait',
    text: `QR ${attempt} of ${maxAttempts} is on show.`,
  }),
  'session.pairing-code': () => ({
    kind: 'Code',
    tone: 'wait',
    text: 'A pairing code is on show.',
  }),
  'session.complete': ({ message }) => ({ kind: 'Linked', tone: 'good', text: message }),
  message: (message, revealed) => ({
    kind: 'Received',
    tone: 'idle',
    text: `${numberOf(message.from, revealed)}: ${contentOf(message)}`,
  }),
  'message.sent': (message, revealed) => ({
    kind: 'Sent',
    tone: 'idle',
    text: `To ${numberOf(message.chatId, revealed)}: ${contentOf(message)}`,
  }),
  'message.ack': ({ chatId, ack }, revealed) => ({
    kind: 'Ack',
    tone: ack < 0 ? 'bad' : 'idle',
    text: `To ${numberOf(chatId, revealed)}: ${ackWord(ack)}`,
  }),
};

/** An event in words; never the QR or the code itself, which would be of use to onlookers. */
export const describe = ({ type, data }, revealed) =>
  TELLERS[type]?.(data, revealed) ?? { kind: type, tone: 'idle', text: '' };

const contentOf = ({ body, hasMedia, filename, type }) =>
  [hasMedia && (filename ?? type), body].filter(Boolean).join(' · ') || type;
