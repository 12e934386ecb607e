import { html } from '../core/ui.js';
import { clock, numberOf } from '../core/words.js';
import { Tick } from './Tick.js';

/** A message as an item of the list; everything in it is text. */
export function Bubble({ message, revealed }) {
  const { fromMe, hasMedia, filename, type, body, timestamp, ack } = message;
  const file = hasMedia ? (filename ?? type) : null;
  const text = body ?? (file ? null : type);
  return html`<li class="bubble ${fromMe ? 'out' : 'in'}">
    <span class="who">${whoOf(message, revealed)}</span>
    ${file && html`<span class="file">${file}</span>`}
    ${text && html`<span class="text">${text}</span>`}
    <span class="bubble-foot">
      <time datetime=${timestamp}>${clock(timestamp)}</time>
      ${fromMe && html`<${Tick} ack=${ack} />`}
    </span>
  </li>`;
}

function whoOf({ fromMe, chatId, from }, revealed) {
  if (fromMe) return `To ${numberOf(chatId, revealed)}`;
  const writer = numberOf(from, revealed);
  return from === chatId ? writer : `${writer} in ${numberOf(chatId, revealed)}`;
}
