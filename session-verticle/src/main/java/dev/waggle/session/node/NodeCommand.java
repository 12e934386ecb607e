package dev.waggle.session.node;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
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
  @JsonSubTypes.Type(value = NodeCommand.Give.class, name = "give"),
  @JsonSubTypes.Type(value = NodeCommand.Drain.class, name = "drain"),
})
sealed interface NodeCommand {

  /** What is asked for one session. */
  sealed interface OfSession extends NodeCommand {
    SessionName session();
  }

  /** Hand everything over and end. Reply: {@link dev.waggle.contract.DrainPlan}, at once. */
  record Drain() implements NodeCommand {}

  /**
   * Hand a session over to another node: the one that works and has been idle longest. Reply:
   * {@link Given}, when that node has claimed it. Fails as {@link Expect} does.
   */
  record Give(String to) implements NodeCommand {}

  /**
   * Which session was handed over.
   *
   * @param session null when there is none that works
   */
  record Given(@JsonSetter(nulls = Nulls.SET) SessionName session) {}

  /**
   * Keep a place for it, and a browser driver ready: its owner is about to hand it over. Reply:
   * empty, when the driver is there or takes too long. Fails with NO_CAPACITY or SHUTTING_DOWN.
   */
  record Expect(SessionName session) implements OfSession {}

  /**
   * Claim it and run it. Reply: {@link dev.waggle.contract.SessionInfo}, as soon as it is claimed.
   *
   * @param before what the owner that hands it over has told of its messages; null without one
   */
  record Host(SessionName session, MessageMemory before) implements OfSession {}

  /** Close its browser and give it up, if it is here. Reply: empty, when that is done. */
  record Stop(SessionName session) implements OfSession {}

  /** Unlink it and erase its profile, if it is here. Reply: empty, when that is done. */
  record Logout(SessionName session) implements OfSession {}

  /** Erase its profile from this machine. Reply: empty. Fails with WRONG_STATE while it is used. */
  record Erase(SessionName session) implements OfSession {}
}
