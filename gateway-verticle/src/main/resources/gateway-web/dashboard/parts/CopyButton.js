import { html, useState } from '../core/ui.js';

/** Puts text onto the clipboard and says so; without a clipboard the person marks it. */
export function CopyButton({ text }) {
  const [said, say] = useState('');
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      say('Copied.');
    } catch {
      say('This browser does not let a page copy; mark it and copy it by hand.');
    }
  }
  return html`<button type="button" onClick=${copy}>Copy</button>
    <span class="hint" role="status">${said}</span>`;
}
