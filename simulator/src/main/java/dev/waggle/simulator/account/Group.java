package dev.waggle.simulator.account;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * A group chat.
 *
 * @param id digits before {@code @g.us}
 * @param subject its title
 * @param members numbers of all accounts in it
 */
public record Group(String id, String subject, List<String> members) {

  /** Its members cannot be changed. */
  public Group {
    members = List.copyOf(members);
  }

  /** The group's address. */
  public Wid wid() {
    return new Wid(id, "g.us");
  }

  /** Address, subject and the members' addresses. */
  public JsonObject toJson() {
    JsonArray participants = new JsonArray();
    members.forEach(number -> participants.add(Wid.ofNumber(number).toString()));
    return new JsonObject()
        .put("id", wid().toString())
        .put("subject", subject)
        .put("participants", participants);
  }
}
