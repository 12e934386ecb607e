import { html } from '../core/ui.js';
import { useTask } from '../core/task.js';
import { Dialog } from './Dialog.js';
import { Problem } from './Problem.js';

/**
 * Asks before something is done, telling what will happen. What cannot be taken back has the focus
 * on the way out.
 */
export function Question({ title, text, verb, grave = false, act, onClose }) {
  const { busy, error, run } = useTask();
  async function onSubmit(event) {
    event.preventDefault();
    if (await run(act)) onClose();
  }
  return html`<${Dialog} title=${title} onClose=${onClose} busy=${busy}>
    <form onSubmit=${onSubmit}>
      <p>${text}</p>
      <${Problem} text=${error} />
      <div class="buttons end">
        <button type="button" autofocus=${grave} disabled=${busy} onClick=${onClose}>Cancel</button>
        <button class=${grave ? 'danger solid' : 'primary'} autofocus=${!grave} disabled=${busy}>
          ${busy ? 'Working…' : verb}
        </button>
      </div>
    </form>
  </${Dialog}>`;
}
