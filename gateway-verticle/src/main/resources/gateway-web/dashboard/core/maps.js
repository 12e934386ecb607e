/** Maps as values: each change makes a new one. Names of sessions may be any word. */
export const put = (map, key, value) => new Map(map).set(key, value);

export function without(map, key) {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

export const only = (map, keys) => new Map([...map].filter(([key]) => keys.has(key)));
