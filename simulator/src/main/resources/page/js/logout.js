/** The end of a link, from either side. */

/** Asked on every logout with its reason: clients hook it to learn why, before anything is cleared. */
__d('WAWebLogoutReason', ['WAWebLogoutReasonConstants'], ({ require, exports }) => {
  const { LogoutReason, LOGOUT_REASON_CODE } = require('WAWebLogoutReasonConstants');

  const codes = {
    [LogoutReason.SyncdFailure]: LOGOUT_REASON_CODE.SYNC_FAIL,
    [LogoutReason.HistorySyncTimeout]: LOGOUT_REASON_CODE.INITIAL_HISTORY_SYNC_TIMEOUT,
    [LogoutReason.AccountLocked]: LOGOUT_REASON_CODE.ACCOUNT_LOCKED,
  };

  exports.getErrorCodeFromLogoutReason = (reason) => codes[reason] || LOGOUT_REASON_CODE.CLIENT_FATAL;
});

/**
 * Reason told, storage cleared, `logout` on Cmd, then the page goes to its own start again. The
 * socket's state is left alone: clients take UNPAIRED for a QR that is due.
 */
__d('StandInLogout', ['WAWebLogoutReason', 'WAWebLogoutReasonConstants', 'WAWebCmd', 'WAWebBackendEventBus', 'StandInIdentity', 'StandInStorage', 'StandInWire'], ({ require, importNamespace, exports }) => {
  const reasons = importNamespace('WAWebLogoutReason');
  const { LogoutReason } = require('WAWebLogoutReasonConstants');
  const { Cmd } = require('WAWebCmd');
  const { BackendEventBus, BackendEvent } = require('WAWebBackendEventBus');
  const identity = require('StandInIdentity');
  const storage = require('StandInStorage');
  const wire = require('StandInWire');

  const SERVER_ANSWER_MS = 3000;
  let going = null;

  async function leave(reason) {
    const code = reasons.getErrorCodeFromLogoutReason(reason);
    BackendEventBus.trigger(BackendEvent.LOGOUT);
    importNamespace('StandInSession').stop();
    await storage.clearAll();
    identity.forget();
    Cmd.trigger('logout');
    location.assign('/?post_logout=1&logout_reason=' + code);
  }

  const once = (work) => {
    going = going || work();
    return going;
  };

  /** The person at this page, or a client of it, has asked. */
  exports.byUser = (reason) =>
    once(async () => {
      BackendEventBus.trigger(BackendEvent.STARTING_LOGOUT);
      await wire.request({ type: 'logout', reason }, SERVER_ANSWER_MS).catch((error) => {
        console.warn('logged out here only: ' + error.message);
      });
      await leave(reason);
    });

  /** The server does not know this device, or not any more. */
  exports.byServer = () => once(() => leave(LogoutReason.UnknownCompanion));
});
