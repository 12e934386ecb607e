/** The chats of the chosen phone. */
import * as api from './api.js';
import { byId, element, fill } from './dom.js';

const TICKS = { 1: '✓', 2: '✓✓', 3: '✓✓', 4: '✓✓ played' };
const READ = 3;

let chosen = null;
let known = [];
let names = new Map();

export function choose(chat) {
  chosen = chat;
  draw();
}

export const current = () => chosen;

/** `phones` are all there are: chats with them carry their names. */
export function show(messages, phones) {
  known = messages;
  names = new Map(phones.map(({ wid, name }) => [wid, name]));
  draw();
}

function draw() {
  fill(byId('chats'), summaries(), chatButton);
  byId('chat').textContent = chosen ? title(chosen) : 'Choose a chat, or open one';
  byId('compose').hidden = !chosen;
  byId('read').hidden = !chosen || !known.some((one) => one.chat === chosen && isUnread(one));
  const list = byId('messages');
  if (fill(list, known.filter((one) => one.chat === chosen), bubble)) list.scrollTop = list.scrollHeight;
}

const number = (chat) => chat.replace('@c.us', '');
const title = (chat) => names.get(chat) ?? number(chat);
const isUnread = (message) => !message.fromMe && message.ack < READ;

function summaries() {
  const chats = new Map(chosen ? [[chosen, { chat: chosen, last: '', unread: 0 }]] : []);
  for (const message of known) {
    const unread = (chats.get(message.chat)?.unread ?? 0) + (isUnread(message) ? 1 : 0);
    chats.set(message.chat, { chat: message.chat, last: preview(message), unread });
  }
  return [...chats.values()].map((one) => ({ ...one, title: title(one.chat), current: one.chat === chosen }));
}

const preview = (message) => (message.caption || message.body || message.type).slice(0, 40);

function chatButton({ chat, title: name, last, unread, current: isCurrent }) {
  const button = element('button', { type: 'button', onclick: () => choose(chat) },
    name, element('small', { textContent: last }),
    unread ? element('span', { className: 'count', textContent: unread }) : null);
  if (isCurrent) button.setAttribute('aria-current', 'true');
  return element('li', {}, button);
}

function bubble(message) {
  const time = new Date(message.t * 1000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const ticks = message.fromMe ? ` ${TICKS[message.ack] ?? ''}` : '';
  return element('li', { className: message.fromMe ? 'mine' : '' },
    message.participant && !message.fromMe ? element('small', { textContent: title(message.participant) }) : null,
    message.directPath ? medium(message) : null,
    message.caption || (message.directPath ? '' : message.body),
    element('small', { textContent: time + ticks, className: message.ack >= READ && message.fromMe ? 'seen' : '' }));
}

function medium(message) {
  return message.type === 'image' || message.type === 'sticker'
    ? element('img', { src: message.directPath, alt: message.filename ?? 'picture' })
    : element('a', { href: message.directPath, download: message.filename ?? '', textContent: `${message.filename ?? message.type}\n` });
}

/** Sends what the form holds. */
export async function send(phone, form) {
  const file = form.file.files[0];
  const text = form.text.value.trim();
  if (!file && !text) return;
  const fields = { [form.way.value]: form.way.value === 'to' ? chosen : number(chosen) };
  Object.assign(fields, file ? { media: await api.media(file), caption: text || undefined } : { text });
  await api.write(phone, fields);
  form.text.value = '';
  form.file.value = '';
}
