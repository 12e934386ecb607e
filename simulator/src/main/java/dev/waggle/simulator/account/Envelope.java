package dev.waggle.simulator.account;

import io.vertx.core.json.JsonObject;

/**
 * Who wrote to whom, when, under which id.
 *
 * @param id chosen by the writer; unique among the messages of an account
 * @param sender number of the account that wrote it
 * @param device the linked device that wrote it, {@link #PHONE} for the phone itself
 * @param to the account or group written to
 * @param time seconds since 1970
 */
public record Envelope(String id, String sender, int device, Wid to, long time) {

  /** The device number of the phone itself. */
  public static final int PHONE = 0;

  /** The chat in which an account finds the message: the other side, or the group. */
  public Wid chatFor(String number) {
    return to.isGroup() || sender.equals(number) ? to : Wid.ofNumber(sender);
  }

  /** As an account sees it: id, from, to, fromMe, t, and participant in a group. */
  public JsonObject seenBy(String number) {
    boolean fromMe = sender.equals(number);
    Wid writer = Wid.ofNumber(sender);
    JsonObject json =
        new JsonObject()
            .put("id", id)
            .put("from", (to.isGroup() && !fromMe ? to : writer).toString())
            .put("to", to.toString())
            .put("fromMe", fromMe)
            .put("t", time);
    return to.isGroup() ? json.put("participant", writer.toString()) : json;
  }
}
