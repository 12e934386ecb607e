package dev.waggle.session.node;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.waggle.contract.SessionName;
import dev.waggle.session.message.MessageMemory;

/** What one session node asks of another, at {@link dev.waggle.contract.Addresses#node}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NodeCommand.Expect.class, name = "expect"),
  @JsonSubTypes.Type(value = NodeCommand.Host.class, name = "host"),
  @JsonSubTypes.Type(value = NodeCommand.Stop.class, name = "stop"),
  @JsonSubTypes.Type(value = NodeCommand.Logout.class, name = "logout"),
  @JsonSubTypes.Type(value = NodeCommand.Erase.class, name = "erase"),
})
sealed interface NodeCommand {

  SessionName session();

  /**
   * Keep a place for it, and a browser driver ready: its owner is about to hand it over. Reply:
   * empty. Fails with NO_CAPACITY or SHUTTING_DOWN.
   */
  record Expect(SessionName session) implements NodeCommand {}

  /**
   * Claim it and run it. Reply: {@link dev.waggle.contract.SessionInfo}, as soon as it is claimed.
   *
   * @param before what the owner that hands it over has told of its messages; null without one
   */
  record Host(SessionName session, MessageMemory before) implements NodeCommand {}

  /** Close its browser and give it up, if it is here. Reply: empty, when that is done. */
  record Stop(SessionName session) implements NodeCommand {}

  /** Unlink it and erase its profile, if it is here. Reply: empty, when that is done. */
  record Logout(SessionName session) implements NodeCommand {}

  /** Erase its profile from this machine. Reply: empty. Fails with WRONG_STATE while it is used. */
  record Erase(SessionName session) implements NodeCommand {}
}
