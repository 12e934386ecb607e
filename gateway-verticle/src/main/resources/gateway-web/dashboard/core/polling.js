import { useCallback, useEffect, useState } from './ui.js';
import { leave } from './desk.js';

/**
 * What the gateway answers, asked again at intervals (null: only once), and a way to ask at once.
 * An answer that cannot be had leaves the last one standing and says why beside it.
 */
export function usePolled(ask, everyMillis) {
  const [answer, setAnswer] = useState(null);
  const [error, setError] = useState(null);
  const look = useCallback(async () => {
    try {
      setAnswer(await ask());
      setError(null);
    } catch (failure) {
      if (failure.status === 401) leave(failure.message);
      else setError(failure.message);
    }
  }, [ask]);
  useEffect(() => {
    look();
    const timer = everyMillis && setInterval(look, everyMillis);
    return () => clearInterval(timer);
  }, [look, everyMillis]);
  return { answer, error, look };
}
