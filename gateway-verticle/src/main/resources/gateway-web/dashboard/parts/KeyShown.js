import { html } from '../core/ui.js';
import { CopyButton } from './CopyButton.js';

/** The only time that a key can be read: Waggle keeps no more than its hash. */
export const KeyShown = ({ made, onClose }) => html`<div id="key-shown">
  <p>
    Copy the key of <b>${made.name}</b> now. It is shown this once: Waggle keeps only a hash of it.
  </p>
  <p class="secret" tabindex="0" aria-label="The key">${made.key}</p>
  <div class="buttons end">
    <${CopyButton} text=${made.key} />
    <button class="primary" type="button" onClick=${onClose}>Done</button>
  </div>
</div>`;
