package dev.waggle.simulator.chat;

import dev.waggle.simulator.account.Account;
import dev.waggle.simulator.account.Content;
import dev.waggle.simulator.account.Device;
import dev.waggle.simulator.account.Directory;
import dev.waggle.simulator.account.Envelope;
import dev.waggle.simulator.account.Message;
import dev.waggle.simulator.account.RandomIds;
import dev.waggle.simulator.account.Refusal;
import dev.waggle.simulator.account.Wid;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;

/** What the owner of a virtual phone can do with it. */
public final class Phones {

  private final Directory directory;
  private final LiveSockets live;
  private final Pairing pairing;
  private final Router router;
  private final Departures departures;

  Phones(
      Directory directory,
      LiveSockets live,
      Pairing pairing,
      Router router,
      Departures departures) {
    this.directory = directory;
    this.live = live;
    this.pairing = pairing;
    this.router = router;
    this.departures = departures;
  }

  /**
   * Scans a QR.
   *
   * @param code the QR's text
   * @return the device now linked; its page is told in a moment
   * @throws Refusal 400 when the text is none of WhatsApp Web, 410 when no page shows it any
   *     longer, 409 when the account demands a passkey
   */
  public Device scan(Account account, String code) {
    requireOnline(account);
    return pairing.scan(account, code);
  }

  /**
   * Types a pairing code that a page shows for this number.
   *
   * @throws Refusal 400 or 404 when the code is wrong, 409 when the account demands a passkey
   */
  public Device pair(Account account, String code) {
    requireOnline(account);
    return pairing.type(account, code);
  }

  /** Takes the phone out of reach, or back: then it gets what has waited for it. */
  public void setOffline(Account account, boolean offline) {
    account.setOffline(offline);
    if (!offline) {
      router.phoneIsBack(account);
    }
  }

  /**
   * Writes a message.
   *
   * @throws Refusal 404 when the receiver is not on WhatsApp, 409 when the phone is out of reach
   */
  public Message write(Account sender, Wid to, Content content) {
    requireOnline(sender);
    Envelope envelope =
        new Envelope(
            RandomIds.message(),
            sender.number(),
            Envelope.PHONE,
            directory.resolve(to),
            System.currentTimeMillis() / 1000);
    Message message = router.accept(envelope, content);
    router.fanOut(message);
    return message;
  }

  /**
   * Reads or plays messages that others wrote to the account.
   *
   * @param ids which; empty for all
   * @param chat only those in this chat, or null
   * @param ack {@link Message#READ} or {@link Message#PLAYED}
   * @return how many had not come as far before
   * @throws Refusal 409 when the phone is out of reach
   */
  public int acknowledge(Account account, Collection<String> ids, Wid chat, int ack) {
    requireOnline(account);
    List<Message> fresh =
        account.messages().stream()
            .filter(one -> ids.isEmpty() || ids.contains(one.id()))
            .filter(one -> chat == null || chat.equals(one.envelope().chatFor(account.number())))
            .filter(one -> one.ackOf(account.number()) > 0 && one.ackOf(account.number()) < ack)
            .toList();
    fresh.forEach(message -> router.acknowledge(account, message, ack));
    return fresh.size();
  }

  /** Calls another account: its pages that are connected are told, nobody answers. */
  public void call(Account caller, Account callee, boolean video) {
    requireOnline(caller);
    JsonObject call =
        new JsonObject()
            .put("id", RandomIds.message())
            .put("from", caller.wid().toString())
            .put("video", video)
            .put("t", System.currentTimeMillis() / 1000);
    JsonObject frame = new JsonObject().put("type", "call").put("call", call);
    callee.devices().forEach(device -> live.of(device).ifPresent(one -> one.push(frame)));
  }

  /** Removes a linked device. */
  public void unlink(Device device) {
    departures.unlink(device);
  }

  private static void requireOnline(Account account) {
    if (account.offline()) {
      throw new Refusal(409, "The phone is out of reach: POST /phones with \"offline\": false.");
    }
  }
}
