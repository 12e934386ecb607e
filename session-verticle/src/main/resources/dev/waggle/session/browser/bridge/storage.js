// What the page keeps: localStorage is copied for Java to keep (restore.js says what for), and
// what the profile holds is told as a document begins.

const storage = {
  copy() {
    const stamp = Number(localStorage.getItem(settings.stampKey) ?? 0) + 1;
    localStorage.setItem(settings.stampKey, String(stamp));
    return { ...localStorage };
  },

  // Asked before the page's own scripts can open a database, and so answered with what was there
  // before them. The stamp is ours: only a copying before this launch can have made it.
  async tellFound() {
    const databases = await indexedDB.databases().catch(noneIfDamaged);
    tell('storage', {
      databases: databases.length > 0,
      items: localStorage.getItem(settings.stampKey) !== null,
    });
  },
};

// Chromium says UnknownError of databases that it cannot read, before it empties them. Whatever else
// it says, of a full disk for instance, is no sign of damage, and then nothing is told.
function noneIfDamaged(error) {
  if (error.name === 'UnknownError') return [];
  throw error;
}
