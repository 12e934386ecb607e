const KEY = 'waggle-api-key';

/** The key lives as long as the tab; every page of the gateway finds it here. */
export const key = {
  get: () => sessionStorage.getItem(KEY),
  set: (value) => sessionStorage.setItem(KEY, value),
  forget: () => sessionStorage.removeItem(KEY),
};

/** A refusal: the gateway's sentence, with the status and the code that it came with. */
export class Refusal extends Error {
  constructor(status, { code, detail } = {}) {
    super(detail ?? `The gateway answered ${status}; try again in a moment.`);
    this.status = status;
    this.code = code;
  }
}

/** Calls the gateway with a key; answers the JSON, or throws a Refusal. */
export async function call(method, url, { apiKey = key.get(), body } = {}) {
  const response = await fetch(url, {
    method,
    headers: { 'X-Api-Key': apiKey, ...(body && { 'Content-Type': 'application/json' }) },
    body: body && JSON.stringify(body),
  });
  const answer = await response.json().catch(() => undefined);
  if (!response.ok) throw new Refusal(response.status, answer);
  return answer;
}

/** Where a session's calls are. */
export const sessionPath = (name, action = '') =>
  `/api/sessions/${encodeURIComponent(name)}${action}`;
