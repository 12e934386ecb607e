// Listens to one address with the ordinary clients, as a user's program would, and tells what
// happens in lines of JSON. Usage: node bridge-client.mjs <web folder> <settings as JSON>
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const [folder, settings] = process.argv.slice(2);
const { url, address, key, transports } = JSON.parse(settings);
const EventBus = createRequire(resolve(folder, 'package.json'))('@vertx/eventbus-bridge-client.js');

const tell = (what) => console.log(JSON.stringify(what));

const bus = new EventBus(url, transports ? { transports } : {});
if (key) bus.defaultHeaders = { 'X-Api-Key': key };
bus.onerror = (error) => tell({ error });
bus.onclose = ({ code, reason }) => {
  tell({ closed: code, reason });
  process.exit(0);
};
bus.onopen = () => {
  if (!address) return;
  bus.registerHandler(address, (error, message) => tell(error ? { error } : { event: message.body }));
  // Frames are taken in order: once this is refused, the registration before it is in place.
  bus.send('waggle.sessions', {}, (error) => tell({ refused: error }));
};
process.stdin.on('end', () => bus.close()).resume();
