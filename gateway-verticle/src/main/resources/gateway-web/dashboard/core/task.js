import { useState } from './ui.js';

/** Something that a person asked for: whether it is under way, and why it failed. */
export function useTask() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState(null);
  async function run(work) {
    setBusy(true);
    setError(null);
    try {
      await work();
      return true;
    } catch (failure) {
      setError(failure.message);
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { busy, error, run };
}
