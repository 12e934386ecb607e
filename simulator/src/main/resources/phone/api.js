/** What the virtual phones can be asked to do; each call throws the server's sentence. */

async function call(method, path, body, type = 'application/json') {
  const response = await fetch(path, {
    method,
    headers: body === undefined ? {} : { 'content-type': type },
    body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail);
  return answer;
}

const phone = (number, action) => `/phones/${number}/${action}`;

export const listPhones = () => call('GET', '/phones');
export const savePhone = (fields) => call('POST', '/phones', fields);
export const offers = () => call('GET', '/offers');
export const messages = (number) => call('GET', phone(number, 'messages'));
export const write = (number, fields) => call('POST', phone(number, 'messages'), fields);
export const read = (number, from) => call('POST', phone(number, 'read'), { from });
export const scan = (number, code) => call('POST', phone(number, 'scan'), { code });
export const scanPicture = (number, file) => call('POST', phone(number, 'scan'), file, file.type);
export const pair = (number, code) => call('POST', phone(number, 'pair'), { code });
export const unlink = (number, device) => call('POST', phone(number, 'unlink'), { device });

/** A file as the `media` of a message. */
export async function media(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) {
    text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  }
  return { mimetype: file.type || 'application/octet-stream', filename: file.name, data: btoa(text) };
}
