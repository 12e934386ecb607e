import { html } from '../core/ui.js';
import { Countdown } from './Countdown.js';

/** The QR that is on show, large, with its time and how many more there will be. */
export const QrPicture = ({ qr, waiting }) => html`<figure class="qr">
  <div class="qr-frame">
    ${qr
      ? html`<img id="qr" src=${qr.base64} alt="QR code to link a device" width="400" height="400" />`
      : html`<p class="waiting"><span class="spinner" aria-hidden="true"></span>${waiting}</p>`}
  </div>
  ${qr && html`<${Caption} ...${qr} />`}
</figure>`;

const Caption = ({ attempt, maxAttempts, generatedAt, expiresAt }) => html`<figcaption>
  <span id="attempt" role="status">QR ${attempt} of ${maxAttempts}</span>
  <${Countdown} from=${generatedAt} until=${expiresAt} />
  ${attempt > 1 && html`<p id="refreshed" class="refreshed">${refreshed(attempt, maxAttempts)}</p>`}
</figcaption>`;

const refreshed = (attempt, maxAttempts) =>
  attempt < maxAttempts
    ? 'Refreshed for security: WhatsApp replaces the QR at intervals, and this is the new one.'
    : 'Refreshed for security. This is the last one; after it the session must be started again.';
