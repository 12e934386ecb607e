import { key } from './key.js';

/** A problem document as an error: its code beside the sentence for the person. */
class Problem extends Error {
  constructor({ status, code, detail }) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

/** What an answer without a problem document means, for example one of a proxy. */
const unknown = ({ status }) => ({
  status,
  code: 'unknown',
  detail: `The gateway answered ${status} and no more; try again in a moment.`,
});

async function reach(path, options) {
  try {
    return await fetch(path, options);
  } catch {
    throw new Problem({ status: 0, code: 'unreachable', detail: 'The gateway does not answer.' });
  }
}

async function call(method, path, body) {
  const response = await reach(path, {
    method,
    headers: { 'X-Api-Key': key.get(), ...(body && { 'Content-Type': 'application/json' }) },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) throw new Problem(await response.json().catch(() => unknown(response)));
  return response.status === 204 ? null : response.json();
}

const part = encodeURIComponent;
const at = (name, action = '') => `/api/sessions/${part(name)}${action}`;

export const me = () => call('GET', '/api/me');
export const nodes = () => call('GET', '/api/nodes');
export const drain = (node) => call('POST', `/api/nodes/${part(node)}/drain`);
export const sessions = {
  list: () => call('GET', '/api/sessions'),
  history: (name) => call('GET', at(name, '/history?limit=50')),
  create: (name) => call('POST', '/api/sessions', { name, start: true }),
  start: (name) => call('POST', at(name, '/start')),
  stop: (name) => call('POST', at(name, '/stop')),
  restart: (name) => call('POST', at(name, '/restart')),
  logout: (name) => call('POST', at(name, '/logout')),
  reset: (name) => call('POST', at(name, '/reset')),
  remove: (name) => call('DELETE', at(name)),
  qr: (name) => call('GET', `/api/${part(name)}/auth/qr?format=json`),
  code: (name, phoneNumber) =>
    call('POST', `/api/${part(name)}/auth/request-code`, { phoneNumber }),
  send: (session, chatId, text) => call('POST', '/api/sendText', { session, chatId, text }),
};
export const keys = {
  list: () => call('GET', '/api/keys'),
  create: (wanted) => call('POST', '/api/keys', wanted),
  revoke: (id) => call('DELETE', `/api/keys/${part(id)}`),
};
