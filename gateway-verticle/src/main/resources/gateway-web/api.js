const KEY = 'waggle-api-key';

/** The key lives as long as the tab. */
export const key = {
  get: () => sessionStorage.getItem(KEY),
  set: (value) => sessionStorage.setItem(KEY, value),
  forget: () => sessionStorage.removeItem(KEY),
};

/** A problem document as an error: its code beside the sentence for the person. */
class Problem extends Error {
  constructor({ status, code, detail }) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: {
      'X-Api-Key': key.get(),
      ...(body && { 'Content-Type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) throw new Problem(await response.json());
  return response.status === 204 ? null : response.json();
}

const at = (name, action = '') => `/api/sessions/${encodeURIComponent(name)}${action}`;

export const listSessions = () => call('GET', '/api/sessions');
export const createSession = (name) => call('POST', '/api/sessions', { name, start: true });
export const startSession = (name) => call('POST', at(name, '/start'));
export const stopSession = (name) => call('POST', at(name, '/stop'));
export const logoutSession = (name) => call('POST', at(name, '/logout'));
export const deleteSession = (name) => call('DELETE', at(name));
export const getQr = (name) => call('GET', `/api/${encodeURIComponent(name)}/auth/qr?format=json`);
export const requestCode = (name, phoneNumber) =>
  call('POST', `/api/${encodeURIComponent(name)}/auth/request-code`, { phoneNumber });
export const sendText = (session, chatId, text) =>
  call('POST', '/api/sendText', { session, chatId, text });
