import { html, useLayoutEffect, useRef } from '../core/ui.js';

/**
 * A dialog of the browser's own: it keeps the focus inside, Escape closes it, and the focus goes
 * back to where it was.
 */
export function Dialog({ title, onClose, busy = false, children }) {
  const dialog = useRef();
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened.showModal();
    return () => opened.close();
  }, []);
  const onCancel = (event) => busy && event.preventDefault();
  return html`<dialog ref=${dialog} aria-labelledby="dialog-title" onClose=${onClose}
    onCancel=${onCancel}>
    <h2 id="dialog-title">${title}</h2>
    ${children}
  </dialog>`;
}
