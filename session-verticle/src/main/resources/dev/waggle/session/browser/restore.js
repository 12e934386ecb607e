// Runs once after a launch, before the page's own scripts: gives localStorage back what Chromium
// had not yet written when it was killed. `copy` is what Waggle kept; the higher stamp is the newer
// state, because each copying raises it in both places.
((origin, stampKey, copy) => {
  if (window.top !== window || location.origin !== origin) return;
  if (Number(localStorage.getItem(stampKey) ?? 0) >= Number(copy[stampKey])) return;
  localStorage.clear();
  for (const [key, value] of Object.entries(copy)) localStorage.setItem(key, value);
})
