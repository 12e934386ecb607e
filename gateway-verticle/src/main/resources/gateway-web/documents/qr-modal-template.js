/** The dialog's inside. Its style sheet is found beside the module that defines the element. */
export const template = document.createElement('template');

template.innerHTML = `
<link rel="stylesheet" href="${new URL('../waggle-qr-modal.css', import.meta.url)}">
<dialog aria-labelledby="title" aria-describedby="status">
  <header>
    <h2 id="title">Link WhatsApp</h2>
    <button id="close" type="button" class="icon" aria-label="Close">×</button>
  </header>
  <div class="modes" role="group" aria-label="Way to connect">
    <button type="button" aria-pressed="true">QR login</button>
    <button type="button" aria-pressed="false" disabled
            title="Meta's Business API is another service; Waggle speaks WhatsApp Web">Business API</button>
  </div>
  <p id="status" class="status" role="status" aria-live="polite"></p>
  <p id="error" class="error" role="alert" hidden></p>
  <figure id="figure">
    <div class="frame">
      <img id="qr" alt="QR code to link a device" width="400" height="400" hidden>
      <span id="spinner" class="spinner" aria-hidden="true"></span>
      <span id="done" class="done" aria-hidden="true" hidden>✓</span>
    </div>
    <figcaption id="caption" hidden>
      <span id="attempt"></span>
      <span id="countdown" class="countdown"></span>
      <progress id="remaining" max="1" value="0" aria-label="Time left for this QR"></progress>
    </figcaption>
  </figure>
  <ol id="how">
    <li>Open WhatsApp on the phone.</li>
    <li>Go to <b>Linked devices</b>, then <b>Link a device</b>.</li>
    <li>Point the camera at the QR.</li>
  </ol>
  <footer>
    <button id="reset" type="button">Reset Session</button>
    <button id="again" type="button" class="primary" hidden>Try again</button>
  </footer>
</dialog>`;
