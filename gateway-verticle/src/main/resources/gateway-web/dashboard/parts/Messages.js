import { html, useLayoutEffect, useRef } from '../core/ui.js';
import { useKnown } from '../core/state.js';
import { Bubble } from './Bubble.js';

/** Nearer than this to its end, a list is being read at its end. */
const NEAR_END_PIXELS = 60;

/** The messages of a session since this page was opened, the newest last. */
export function Messages({ session }) {
  const { messages, revealed } = useKnown();
  const shown = [...(messages.get(session)?.values() ?? [])];
  return html`<section id="messages" class="card" aria-labelledby="messages-title">
    <h3 id="messages-title">Messages</h3>
    ${shown.length > 0
      ? html`<${List} key=${session} messages=${shown} revealed=${revealed} />`
      : html`<p id="no-messages" class="hint">
          What is sent and received appears here as it happens.
        </p>`}
  </section>`;
}

function List({ messages, revealed }) {
  const { list, onScroll } = useFollowing(messages.at(-1).id);
  return html`<ol ref=${list} onScroll=${onScroll} id="message-list" class="messages" tabindex="0"
    aria-labelledby="messages-title">
    ${messages.map(
      (message) => html`<${Bubble} key=${message.id} message=${message} revealed=${revealed} />`,
    )}
  </ol>`;
}

/**
 * Follows the newest; whoever reads further up is left there. Where the list is read is known
 * before it changes: browsers move it when the oldest leave.
 */
function useFollowing(newest) {
  const list = useRef();
  const following = useRef(true);
  useLayoutEffect(() => {
    if (following.current) list.current.scrollTop = list.current.scrollHeight;
  }, [newest]);
  function onScroll() {
    const { scrollTop, clientHeight, scrollHeight } = list.current;
    following.current = scrollHeight - scrollTop - clientHeight < NEAR_END_PIXELS;
  }
  return { list, onScroll };
}
