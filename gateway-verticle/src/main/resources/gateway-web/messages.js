import { advance, bubbleOf } from './bubble.js';
import { byId } from './dom.js';

/** As many as a person looks back over; the oldest leave. */
const KEPT = 50;

/** The messages of each session since this page was opened, and the list of the chosen one's. */
export class Messages {
  /** Session → message id → its bubble, oldest first. Ids never get into the page. */
  #bubbles = new Map();
  #session;

  /** Shows a session's messages; before it is linked there is nothing to wait for. */
  show(name, linked) {
    const bubbles = this.#of(name);
    byId('messages').hidden = !linked && bubbles.size === 0;
    if (name === this.#session) return;
    this.#session = name;
    this.#list().replaceChildren(...bubbles.values());
    this.#afterChange(true);
  }

  /** Lets go of everything but these sessions' messages. */
  keep(names) {
    [...this.#bubbles.keys()]
      .filter((name) => !names.includes(name))
      .forEach((name) => this.#bubbles.delete(name));
    if (!names.includes(this.#session)) this.#session = undefined;
  }

  /** Takes a message; one that is there already only goes further. */
  add(name, message) {
    const bubbles = this.#of(name);
    if (bubbles.has(message.id)) return this.acknowledge(name, message);
    const bubble = bubbleOf(message);
    bubbles.set(message.id, bubble);
    const atEnd = this.#isAtEnd();
    if (name === this.#session) this.#list().append(bubble);
    if (bubbles.size > KEPT) this.#dropOldest(bubbles);
    if (name === this.#session) this.#afterChange(atEnd);
  }

  /** Takes an ack; those of messages that are not kept are nobody's. */
  acknowledge(name, { id, ack }) {
    const bubble = this.#of(name).get(id);
    if (bubble) advance(bubble, ack);
  }

  #of(name) {
    if (!this.#bubbles.has(name)) this.#bubbles.set(name, new Map());
    return this.#bubbles.get(name);
  }

  #dropOldest(bubbles) {
    const [id, bubble] = bubbles.entries().next().value;
    bubbles.delete(id);
    bubble.remove();
  }

  #list = () => byId('message-list');

  /** Whoever reads further up is left there. */
  #isAtEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.#list();
    return scrollHeight - scrollTop - clientHeight < 40;
  }

  #afterChange(toEnd) {
    byId('no-messages').hidden = this.#list().childElementCount > 0;
    if (toEnd) this.#list().scrollTop = this.#list().scrollHeight;
  }
}
