package dev.waggle.simulator.account;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * News about a message that a device's account wrote.
 *
 * @param id the message
 * @param chat where it was written to
 * @param participant in a group, whose ack it is; else null
 * @param ack {@link Message#DELIVERED}, {@link Message#READ} or {@link Message#PLAYED}
 * @param time seconds since 1970
 */
public record Receipt(String id, String chat, String participant, int ack, long time) {

  /** The frame that tells the page (PROTOCOL.md, "Messages"). */
  public JsonObject toFrame() {
    JsonObject frame =
        new JsonObject()
            .put("type", "receipt")
            .put("ids", new JsonArray().add(id))
            .put("from", chat)
            .put("ack", ack)
            .put("t", time);
    return participant == null ? frame : frame.put("participant", participant);
  }
}
