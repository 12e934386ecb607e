/**
 * Drives the page with whatsapp-web.js, which goes to https://web.whatsapp.com by itself: Chromium
 * is told to find that name at the stand-in. Prints one line a step; ends with 1 when a step fails.
 *
 *   node by-name-client.mjs HTTP_URL HTTPS_PORT CHROMIUM DATA_FOLDER [CHROMIUM_ARGUMENT…]
 */
import whatsapp from 'whatsapp-web.js';

const { Client, LocalAuth, MessageMedia } = whatsapp;
const [base, httpsPort, executablePath, dataPath, ...browserArguments] = process.argv.slice(2);
const ANA = '5511900000001';
const BEN = '5511900000002';
const BEN_ID = BEN + '@c.us';
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const DEADLINE_MS = 30000;

async function phone(path, body) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(
    base + path,
    body ? { method: 'POST', headers, body: JSON.stringify(body) } : {},
  );
  const answer = await response.json();
  if (!response.ok) throw new Error(path + ': ' + answer.detail);
  return answer;
}

/** A client on the profile of this run; `next(event)` resolves with what it says from now on. */
function open(options = {}) {
  const args = [
    ...browserArguments,
    '--ignore-certificate-errors',
    `--host-resolver-rules=MAP web.whatsapp.com 127.0.0.1:${httpsPort}`,
  ];
  const client = new Client({
    authStrategy: new LocalAuth({ dataPath }),
    webVersionCache: { type: 'none' },
    puppeteer: { executablePath, args },
    ...options,
  });
  client.next = (event, wanted = () => true) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no ' + event)), DEADLINE_MS);
      client.on(event, function listen(...values) {
        if (!wanted(...values)) return;
        clearTimeout(timer);
        client.off(event, listen);
        resolve(values[0]);
      });
    });
  return client;
}

// The client goes on with what it was at when it is closed, and lets that fail with nobody listening.
process.on('unhandledRejection', (error) => {
  if (!/closed|detached|destroyed/i.test(error.message)) throw error;
});

const step = (name) => console.log('ok ' + name);

function check(condition, what) {
  if (!condition) throw new Error('not so: ' + what);
}

async function link(client) {
  const shown = client.next('qr');
  client.initialize();
  const [code, ready] = [await shown, client.next('ready')];
  await phone(`/phones/${ANA}/scan`, { code });
  await ready;
  check(client.info.wid._serialized === ANA + '@c.us', 'who it is');
  step('linked by QR');
}

async function exchange(client) {
  const delivered = client.next('message_ack', (msg, ack) => ack === 2);
  const sent = await client.sendMessage(BEN_ID, 'hello');
  await delivered;
  check((await client.getMessageById(sent.id._serialized)).body === 'hello', 'found by its id');
  step('sent a text');
  const answered = client.next('message');
  await phone(`/phones/${BEN}/messages`, { to: ANA, text: 'hello yourself' });
  const received = await answered;
  check(received.body === 'hello yourself' && received.from === BEN_ID, 'what came in');
  check((await received.reply('quoting you')).hasQuotedMsg, 'the reply quotes');
  step('received a text and replied');
}

async function media(client) {
  await client.sendMessage(BEN_ID, new MessageMedia('image/png', PNG, 'a.png'), { caption: 'look' });
  await client.sendMessage(BEN_ID, new MessageMedia('application/pdf', 'JVBERi0xLjQK', 'a.pdf'), {
    sendMediaAsDocument: true,
  });
  const types = (await phone(`/phones/${BEN}/messages`)).map((message) => message.type);
  check(types.includes('image') && types.includes('document'), 'what Ben has: ' + types);
  const arrived = client.next('message', (message) => message.hasMedia);
  await phone(`/phones/${BEN}/messages`, { to: ANA, media: { mimetype: 'image/png', data: PNG } });
  check((await (await arrived).downloadMedia()).data === PNG, 'the bytes of the picture');
  step('sent and received media');
}

async function lookUp(client) {
  const chat = await client.getChatById(BEN_ID);
  await chat.sendSeen();
  check((await chat.fetchMessages({ limit: 10 })).length === 6, 'the messages of the chat');
  check((await client.getContactById(BEN_ID)).pushname === 'Ben', 'the name of the contact');
  check(await client.isRegisteredUser(BEN_ID), 'Ben is on WhatsApp');
  check(!(await client.isRegisteredUser('5511000000000@c.us')), 'nobody is not');
  step('looked up chats, contacts and numbers');
  const ringing = client.next('call');
  await phone(`/phones/${ANA}/calls`, { from: BEN });
  check((await ringing).from === BEN_ID, 'who calls');
  step('heard a call');
}

async function comeBack() {
  const client = open();
  client.on('qr', () => {
    throw new Error('a QR for a linked device');
  });
  const ready = client.next('ready');
  client.initialize();
  await ready;
  step('came back without a QR');
  client.removeAllListeners('qr');
  const [gone, shown] = [client.next('disconnected'), client.next('qr')];
  await phone(`/phones/${ANA}/unlink`, {});
  check((await gone) === 'LOGOUT', 'why it is disconnected');
  await shown;
  step('unlinked by the phone');
  await client.destroy();
}

async function pair() {
  const client = open({
    pairWithPhoneNumber: { phoneNumber: ANA, showNotification: true, intervalMs: 180000 },
  });
  const shown = client.next('code');
  client.initialize();
  const [code, ready] = [await shown, client.next('ready')];
  await phone(`/phones/${ANA}/pair`, { code });
  await ready;
  step('linked by code');
  await client.logout();
  check((await phone(`/phones/${ANA}/devices`)).length === 0, 'no device is left');
  step('logged out');
}

/** As the profile's identity is on disk only some time after the link, the browser is closed first. */
const first = open();
await link(first);
await exchange(first);
await media(first);
await lookUp(first);
await first.destroy();
await comeBack();
await pair();
process.exit(0);
