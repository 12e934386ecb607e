/** The page to play virtual phones by hand. It looks at the server once a second while it is seen. */
import * as api from './api.js';
import * as chats from './chats.js';
import { byId, element, fill, tell } from './dom.js';
import * as links from './links.js';

let number = new URLSearchParams(location.search).get('number');

/** Does something, tells what went wrong, and looks at what has changed. */
async function act(work) {
  try {
    await work();
  } catch (error) {
    tell(error.message);
  }
  await look();
}

async function look() {
  try {
    const phones = await api.listPhones();
    showPhones(phones);
    const phone = phones.find((one) => one.number === number);
    for (const id of ['phone', 'links']) byId(id).hidden = !phone;
    byId('start').hidden = Boolean(phone);
    if (phone) await showPhone(phone, phones);
  } catch (error) {
    tell(`The stand-in does not answer: ${error.message}`);
  }
}

function showPhones(phones) {
  const items = phones.map(({ number: own, name, devices }) =>
    ({ own, name, devices: devices.length, current: own === number }));
  fill(byId('phones'), items, (item) => {
    const linked = item.devices === 1 ? '1 device' : `${item.devices} devices`;
    const button = element('button', { type: 'button', onclick: () => pick(item.own) },
      item.name, element('small', { textContent: `${item.own} · ${linked}` }));
    if (item.current) button.setAttribute('aria-current', 'true');
    return element('li', {}, button);
  });
}

function pick(chosen) {
  number = chosen;
  chats.choose(null);
  history.replaceState(null, '', `?number=${chosen}`);
  return look();
}

async function showPhone(phone, phones) {
  byId('name').textContent = phone.name;
  byId('number').textContent = phone.number;
  byId('offline').checked = phone.offline;
  const [offers, messages] = await Promise.all([api.offers(), api.messages(phone.number)]);
  if (phone.number !== number) return;
  chats.show(messages, phones);
  links.showOffers(offers, number, { Scan: scan, Pair: pair });
  links.showDevices(phone.devices, (device) => act(() => api.unlink(number, device)));
}

const linked = async (work) => {
  await work;
  tell('Linked.');
};
const scan = (code) => act(() => linked(api.scan(number, code)));
const pair = (code) => act(() => linked(api.pair(number, code)));
const scanPicture = (file) => file && act(() => linked(api.scanPicture(number, file)));

/** Handles a form without leaving the page. */
function onSubmit(id, work) {
  byId(id).addEventListener('submit', (event) => {
    event.preventDefault();
    act(() => work(event.target));
  });
}

onSubmit('create', async (form) => {
  const name = form.elements.name.value.trim();
  const phone = await api.savePhone({ number: form.elements.number.value.trim(), ...(name && { name }) });
  form.reset();
  await pick(phone.number);
});
onSubmit('open', (form) => {
  const to = form.to.value.trim().replace(/^\+/, '');
  chats.choose(to.includes('@') ? to : `${to}@c.us`);
  form.reset();
});
onSubmit('compose', (form) => chats.send(number, form));
onSubmit('pair', async (form) => {
  await linked(api.pair(number, form.code.value));
  form.reset();
});
byId('compose').file.addEventListener('change', () => byId('compose').requestSubmit());
byId('read').addEventListener('click', () => act(() => api.read(number, chats.current())));
byId('offline').addEventListener('change', (event) =>
  act(() => api.savePhone({ number, offline: event.target.checked })));
byId('picture').addEventListener('change', async (event) => {
  await scanPicture(event.target.files[0]);
  event.target.value = '';
});
const drop = byId('drop');
drop.addEventListener('dragover', (event) => {
  event.preventDefault();
  drop.classList.add('over');
});
drop.addEventListener('dragleave', () => drop.classList.remove('over'));
drop.addEventListener('drop', (event) => {
  event.preventDefault();
  drop.classList.remove('over');
  scanPicture(event.dataTransfer.files[0]);
});

look();
setInterval(() => document.hidden || look(), 1000);
