// The QR on show. Its text is taken from the page's own [data-ref], which is what a phone scans and
// which is there about a second before wa-js has settled. Should the page have none, wa-js's code
// is taken with the platform appended that it leaves out. This is the only place that decides.

const qr = (() => {
  let shown = null;
  let idle = false;
  let pageHasIt = false;

  // The first part of the text is the ref, which is new with every QR.
  const refOf = (text) => text.split(',')[0];

  function show(text) {
    if (!text || refOf(text) === shown) return;
    shown = refOf(text);
    idle = false;
    connection.qrShown();
    tell('qr', { text });
  }

  function platform() {
    try {
      return window.require('WAWebCompanionRegClientUtils').DEVICE_PLATFORM;
    } catch {
      return undefined; // no such module on this page
    }
  }

  return {
    // The page may have drawn another QR.
    look() {
      const text = document.querySelector('[data-ref]')?.getAttribute('data-ref');
      if (text) {
        pageHasIt = true;
        show(text);
      }
    },

    // wa-js says that the code has changed; null when there is none.
    changed(authCode) {
      if (!authCode?.fullCode || pageHasIt) return;
      const known = platform();
      show(known === undefined ? authCode.fullCode : `${authCode.fullCode},${known}`);
    },

    // The page has stopped; what it still shows can be scanned no longer.
    wentIdle() {
      if (idle) return;
      idle = true;
      tell('qr-idle');
    },
  };
})();
