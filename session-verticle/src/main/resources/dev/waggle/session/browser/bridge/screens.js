// What only shows on the screen.

const screens = (() => {
  let passkey = false;

  const dialogs = () => [...document.querySelectorAll('[role="dialog"]')];
  const says = (element, words) => words.test(element.textContent ?? '');

  // An account that demands a passkey can never be linked by the QR that is still on show.
  function lookForPasskey() {
    const demanded =
      !connection.isLinked() && dialogs().some((dialog) => says(dialog, /passkey/i));
    if (demanded && !passkey) tell('blocked', { block: 'PASSKEY' });
    passkey = demanded;
  }

  // Left alone, this one unlinks the account after some minutes (facts §9).
  function dismissNews() {
    dialogs()
      .filter((dialog) => says(dialog, /what.s new/i))
      .forEach((dialog) => dialog.querySelector('button, [role="button"]')?.click());
  }

  return {
    look() {
      lookForPasskey();
      dismissNews();
    },
  };
})();
