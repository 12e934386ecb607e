import { useEffect, useState } from './ui.js';

/** `#/sessions/sales` as `{ view: 'sessions', name: 'sales' }`; sessions are home. */
function read() {
  const [, view, name] = location.hash.split('/');
  return { view: view || 'sessions', name: name && decodeURIComponent(name) };
}

export const linkTo = (view, name) =>
  `#/${view}${name ? `/${encodeURIComponent(name)}` : ''}`;

export const go = (view, name) => (location.hash = linkTo(view, name));

/** Where the person is; changes with the address, so that back and forward work. */
export function useRoute() {
  const [route, setRoute] = useState(read);
  useEffect(() => {
    const follow = () => setRoute(read());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}
