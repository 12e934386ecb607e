import { html } from '../core/ui.js';

const WORDS = { connecting: 'Connecting…', live: 'Live', lost: 'Connection lost, trying again…' };

/** Whether what is shown changes by itself at this moment. */
export const LinkState = ({ link }) => html`<span class="live" data-link=${link}>
  <span class="dot" aria-hidden="true"></span><span id="live-text" role="status">${WORDS[link]}</span>
</span>`;
