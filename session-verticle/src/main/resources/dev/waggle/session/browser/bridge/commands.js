// What Java can ask for. Each answer goes back with the id of its question.

const commands = (() => {
  const forEver = () => new Promise(() => {});

  function needLinked() {
    if (!connection.isReady()) {
      throw new Refusal(
        'WRONG_STATE',
        'The page is not connected at the moment; try again when the session is WORKING.',
      );
    }
  }

  function mainReady() {
    return WPP.conn.isMainReady()
      ? Promise.resolve()
      : new Promise((resolve) => WPP.once('conn.main_ready', resolve));
  }

  // Errors of the page carry the server's number under one name or another.
  const statusOf = (error) => Number(error?.status ?? error?.statusCode ?? error?.code);

  function refusedCode(error) {
    if (statusOf(error) === 404) {
      return new Refusal('NOT_ON_WHATSAPP', 'This number is not on WhatsApp; check it.');
    }
    const why = error?.message ?? error;
    return new Refusal('REJECTED_BY_WHATSAPP', `WhatsApp gave no pairing code (${why}).`);
  }

  return {
    probe: () => connection.condition(),

    copyStorage: () => storage.copy(),

    async refreshQr() {
      await WPP.conn.refreshQR();
    },

    // The page cancels a code that is asked for before it is ready (facts §8).
    async requestPairingCode({ digits }) {
      if (connection.isLinked()) {
        throw new Refusal('WRONG_STATE', 'The session is linked already; log it out first.');
      }
      await mainReady();
      const plain = await WPP.conn.genLinkDeviceCodeForPhoneNumber(digits).catch((error) => {
        throw refusedCode(error);
      });
      const code = plain.replace(/^(\w{4})(\w{4})$/, '$1-$2');
      tell('pairing-code', { code });
      return { code };
    },

    send(message) {
      needLinked();
      return sending.send(message);
    },

    async lookUp({ chatId }) {
      needLinked();
      const found = await WPP.contact.queryExists(chatId);
      return { chatId: found ? idOf(found.wid) : null };
    },

    takeOver() {
      WPP.whatsapp.Socket.takeover();
    },

    // Ends with the document: the page leaves when it has logged out.
    async logout() {
      if (!connection.isLinked()) {
        throw new Refusal('WRONG_STATE', 'The session is not linked.');
      }
      await WPP.conn.logout();
      return forEver();
    },
  };
})();

// A failure that is no refusal has no code: Java treats it as a defect.
const failure = (error) =>
  error instanceof Refusal
    ? { code: error.code, text: error.message }
    : { code: null, text: String(error?.message ?? error) };

async function work(id, command, args) {
  try {
    tell('answer', { id, value: (await commands[command](args)) ?? {} });
  } catch (error) {
    tell('answer', { id, error: failure(error) });
  }
}
