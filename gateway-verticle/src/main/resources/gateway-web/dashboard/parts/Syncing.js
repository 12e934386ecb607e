import { html } from '../core/ui.js';

/** Between the scan and the first message. */
export const Syncing = () => html`<section class="card">
  <p class="waiting">
    <span class="spinner" aria-hidden="true"></span>
    The phone has accepted the device. WhatsApp is loading the chats; this can take a minute.
  </p>
</section>`;
