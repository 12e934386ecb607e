import { html, useState } from '../core/ui.js';
import * as api from '../core/api.js';
import { useTask } from '../core/task.js';
import { Problem } from './Problem.js';

/** A message to try the session with. */
export function SendForm({ session }) {
  const { busy, error, run } = useTask();
  const [sent, setSent] = useState(false);
  async function onSubmit(event) {
    event.preventDefault();
    setSent(false);
    const form = event.target;
    const { chat, text } = Object.fromEntries(new FormData(form));
    if (await run(() => api.sessions.send(session, chat, text))) {
      form.elements.text.value = '';
      setSent(true);
    }
  }
  return html`<section class="card" aria-labelledby="send-title">
    <h3 id="send-title">Send a test message</h3>
    <form id="send-form" onSubmit=${onSubmit}>
      <label for="chat">To</label>
      <input id="chat" name="chat" required autocomplete="off" spellcheck=${false}
        placeholder="5511999999999" aria-describedby="chat-hint" />
      <p id="chat-hint" class="hint">A number with country code, or a chat id.</p>
      <label for="text">Text</label>
      <textarea id="text" name="text" rows="3" required></textarea>
      <button class="primary" disabled=${busy}>${busy ? 'Sending…' : 'Send'}</button>
    </form>
    <${Problem} text=${error} />
    <p id="sent" class="hint" role="status">${sent && 'Sent: WhatsApp has it.'}</p>
  </section>`;
}
