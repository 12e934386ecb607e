import { element } from './dom.js';

/** What each ack means, and how it looks beside the time. */
const TICKS = new Map([
  [-1, ['not sent', '!']],
  [0, ['on its way', '…']],
  [1, ['sent', '✓']],
  [2, ['delivered', '✓✓']],
  [3, ['read', '✓✓']],
  [4, ['played', '✓✓']],
]);

/** A message as an item of the list; everything in it is text. */
export function bubbleOf(message) {
  const bubble = element('li', message.fromMe ? 'bubble out' : 'bubble in', '');
  bubble.append(element('span', 'who', whoOf(message)));
  const file = message.hasMedia ? (message.filename ?? message.type) : '';
  if (file) bubble.append(element('span', 'file', file));
  const text = message.body ?? (file ? '' : message.type);
  if (text) bubble.append(element('span', 'text', text));
  bubble.append(footOf(message));
  return bubble;
}

/** Shows that a message went further, never that it came back. */
export function advance(bubble, ack) {
  const tick = bubble.querySelector('.tick');
  if (tick && (ack < 0 || ack > Number(tick.dataset.ack))) paint(tick, ack);
}

function whoOf({ fromMe, chatId, from }) {
  if (fromMe) return `To ${userOf(chatId)}`;
  return from === chatId ? userOf(from) : `${userOf(from)} in ${userOf(chatId)}`;
}

const userOf = (id) => id.split('@')[0];

function footOf({ fromMe, timestamp, ack }) {
  const foot = element('span', 'foot-line', '');
  const at = new Date(timestamp);
  const time = element('time', '', at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }));
  time.dateTime = at.toISOString();
  foot.append(time);
  if (fromMe) foot.append(paint(element('span', 'tick', ''), ack));
  return foot;
}

function paint(tick, ack) {
  const [meaning, marks] = TICKS.get(ack) ?? TICKS.get(0);
  tick.textContent = marks;
  tick.title = meaning;
  tick.role = 'img';
  tick.ariaLabel = meaning;
  tick.dataset.ack = ack;
  return tick;
}
