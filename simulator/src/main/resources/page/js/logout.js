/** The end of a link, from either side. */

/** Asked on every logout with its reason: clients hook it to learn why, before anything is cleared. */
__d('WAWebLogoutReason', ({ require, exports }) => {
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
__d('StandInLogout', ({ require, importNamespace, exports }) => {
  const reasons = importNamespace('WAWebLogoutReason');
  const { LogoutReason } = require('WAWebLogoutReasonConstants');
  const { Cmd } = require('WAWebCmd');
  const { BackendEventBus, BackendEvent } = require('WAWebBackendEventBus');
  const identity = require('StandInIdentity');
  const storage = require('StandInStorage');
  const wire = require('StandInWire');

  const SERVER_ANSWER_MS = 3000;
  const session = () => importNamespace('StandInSession');
  let told = null;
  let left = null;

  async function leave(reason) {
    const code = reasons.getErrorCodeFromLogoutReason(reason);
    BackendEventBus.trigger(BackendEvent.LOGOUT);
    session().stop();
    await storage.clearAll();
    identity.forget();
    Cmd.trigger('logout');
    location.assign('/?post_logout=1&logout_reason=' + code);
  }

  function leaveOnce(reason) {
    left = left || leave(reason);
    return left;
  }

  async function tellServer(reason) {
    BackendEventBus.trigger(BackendEvent.STARTING_LOGOUT);
    session().expectEnd();
    try {
      await wire.request({ type: 'logout', reason }, SERVER_ANSWER_MS);
    } catch (error) {
      console.warn('logged out here only: ' + error.message);
    }
  }

  /**
   * The person at this page, or a client of it, has asked. Resolves when the server knows; only then
   * the page begins to leave, for there are clients that close the browser on the answer.
   */
  exports.byUser = (reason) => {
    told = told || tellServer(reason);
    told.then(() => setTimeout(() => leaveOnce(reason)));
    return told;
  };

  /** The server does not know this device, or not any more. */
  exports.byServer = () => leaveOnce(LogoutReason.UnknownCompanion);
});
