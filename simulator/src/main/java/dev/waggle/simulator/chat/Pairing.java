package dev.waggle.simulator.chat;

import dev.waggle.simulator.account.Account;
import dev.waggle.simulator.account.Books;
import dev.waggle.simulator.account.Device;
import dev.waggle.simulator.account.DeviceKeys;
import dev.waggle.simulator.account.Refusal;
import dev.waggle.simulator.fault.FaultKind;
import dev.waggle.simulator.fault.Faults;
import dev.waggle.simulator.fault.Target;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

/** What happens when a phone accepts a page, by its QR or by its pairing code. */
final class Pairing {

  /** The page is seen PAIRING for this long before it has its identity. */
  private static final long PAIRING_MS = 100;

  private final Vertx vertx;
  private final Faults faults;
  private final Books books;
  private final LiveSockets live;
  private final PairingCodes codes;

  Pairing(Vertx vertx, Faults faults, Books books, LiveSockets live, PairingCodes codes) {
    this.vertx = vertx;
    this.faults = faults;
    this.books = books;
    this.live = live;
    this.codes = codes;
  }

  /**
   * A phone scans a QR.
   *
   * @throws Refusal 400 for a text that is none, 410 when no page shows it any longer, 409 when the
   *     account demands a passkey
   */
  Device scan(Account account, String text) {
    QrText code = QrText.parse(text);
    long now = System.currentTimeMillis();
    return live.registered().stream()
        .filter(one -> one.offer().filter(o -> code.ref().equals(o.current(now))).isPresent())
        .filter(one -> one.keys().filter(code::agreesWith).isPresent())
        .findFirst()
        .map(socket -> accept(account, socket))
        .orElseThrow(
            () -> new Refusal(410, "No page shows that QR any longer: scan the one on show now."));
  }

  /**
   * A phone types a pairing code.
   *
   * @throws Refusal 400 or 404 when the code is wrong, 409 when the account demands a passkey
   */
  Device type(Account account, String code) {
    return accept(account, codes.redeem(account.number(), code, System.currentTimeMillis()));
  }

  private Device accept(Account account, ChatSocket socket) {
    if (faults.take(FaultKind.PASSKEY_DEMANDED, Target.ofAccount(account.number())).isPresent()) {
      socket.push(new JsonObject().put("type", "passkey-required"));
      throw new Refusal(409, "This account demands a passkey before it links a device.");
    }
    DeviceKeys keys = socket.keys().orElseThrow();
    Device device = account.link(keys, System.currentTimeMillis(), books);
    books.scanned(account.number());
    codes.forget(socket);
    socket.setPairing();
    socket.push(new JsonObject().put("type", "pair-device"));
    vertx.setTimer(PAIRING_MS, timer -> finish(account, device, socket));
    return device;
  }

  private static void finish(Account account, Device device, ChatSocket socket) {
    if (!socket.isOpen()) {
      // The page went away before it was told who it is: nobody could ever log in as this device.
      account.remove(device);
      return;
    }
    socket.push(
        new JsonObject()
            .put("type", "pair-success")
            .put("wid", account.wid().toString())
            .put("lid", account.lid().toString())
            .put("device", device.id())
            .put("pushName", account.name())
            .put("registration", device.keys().registration()));
  }
}
