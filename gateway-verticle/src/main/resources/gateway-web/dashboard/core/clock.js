import { useEffect, useState } from './ui.js';

/** The time, told again at intervals. */
export function useNow(tickMillis) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMillis);
    return () => clearInterval(timer);
  }, [tickMillis]);
  return now;
}
