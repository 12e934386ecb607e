// A copy of localStorage for Java to keep: restore.js says what for.

const storage = {
  copy() {
    const stamp = Number(localStorage.getItem(settings.stampKey) ?? 0) + 1;
    localStorage.setItem(settings.stampKey, String(stamp));
    return { ...localStorage };
  },
};
