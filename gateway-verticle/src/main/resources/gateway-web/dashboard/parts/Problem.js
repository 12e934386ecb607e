import { html } from '../core/ui.js';

/** What went wrong, said at once to everybody. */
export const Problem = ({ text }) => text && html`<p class="problem" role="alert">${text}</p>`;
