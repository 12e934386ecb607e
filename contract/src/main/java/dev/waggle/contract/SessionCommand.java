package dev.waggle.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What can be asked of a session or of the cluster. On the wire a JSON object whose field {@code
 * action} names the command: {@code {"action":"sendText","session":"sales","chatId":"…"}}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SessionCommand.Create.class, name = "create"),
  @JsonSubTypes.Type(value = SessionCommand.Update.class, name = "update"),
  @JsonSubTypes.Type(value = SessionCommand.ListAll.class, name = "list"),
  @JsonSubTypes.Type(value = SessionCommand.Get.class, name = "get"),
  @JsonSubTypes.Type(value = SessionCommand.GetHistory.class, name = "getHistory"),
  @JsonSubTypes.Type(value = SessionCommand.Delete.class, name = "delete"),
  @JsonSubTypes.Type(value = SessionCommand.Start.class, name = "start"),
  @JsonSubTypes.Type(value = SessionCommand.Stop.class, name = "stop"),
  @JsonSubTypes.Type(value = SessionCommand.Restart.class, name = "restart"),
  @JsonSubTypes.Type(value = SessionCommand.Logout.class, name = "logout"),
  @JsonSubTypes.Type(value = SessionCommand.Reset.class, name = "reset"),
  @JsonSubTypes.Type(value = SessionCommand.Version.class, name = "version"),
  @JsonSubTypes.Type(value = SessionCommand.ListNodes.class, name = "listNodes"),
  @JsonSubTypes.Type(value = SessionCommand.DrainNode.class, name = "drainNode"),
  @JsonSubTypes.Type(value = SessionCommand.Rebalance.class, name = "rebalance"),
  @JsonSubTypes.Type(value = SessionCommand.GetQr.class, name = "getQr"),
  @JsonSubTypes.Type(value = SessionCommand.Observe.class, name = "observe"),
  @JsonSubTypes.Type(value = SessionCommand.Replay.class, name = "replay"),
  @JsonSubTypes.Type(value = SessionCommand.RenewQr.class, name = "renewQr"),
  @JsonSubTypes.Type(value = SessionCommand.RequestPairingCode.class, name = "requestCode"),
  @JsonSubTypes.Type(value = SessionCommand.SendText.class, name = "sendText"),
  @JsonSubTypes.Type(value = SessionCommand.SendMedia.class, name = "sendMedia"),
  @JsonSubTypes.Type(value = SessionCommand.CheckExists.class, name = "checkExists"),
})
public sealed interface SessionCommand {

  /** Commands that any session node answers, at {@link Addresses#SESSIONS}. */
  sealed interface ToAnyNode extends SessionCommand {}

  /** Commands to the session's owner, at {@link Addresses#owner}. */
  sealed interface ToOwner extends SessionCommand {
    SessionName session();

    /** Whether the page carries it out: then it fails with WRONG_STATE until the page is there. */
    default boolean needsPage() {
      return false;
    }

    /** Whether a second time does no harm when nobody knows whether there was a first. */
    default boolean mayBeRepeated() {
      return false;
    }
  }

  /**
   * Registers a session. Reply: {@link SessionInfo}. Fails with SESSION_EXISTS.
   *
   * @param start whether it is started at once
   * @param config null means {@link SessionConfig#DEFAULT}
   */
  record Create(SessionName session, boolean start, SessionConfig config) implements ToAnyNode {}

  /** Replaces the config, which counts from the next start on. Reply: {@link SessionInfo}. */
  record Update(SessionName session, SessionConfig config) implements ToAnyNode {}

  /** Reply: {@link SessionList}, ordered by name. */
  record ListAll() implements ToAnyNode {}

  /** Reply: {@link SessionInfo}. */
  record Get(SessionName session) implements ToAnyNode {}

  /**
   * What became of the session, whoever owned it. Reply: {@link SessionHistory}, from the registry,
   * which keeps the last moves of each session.
   *
   * @param limit how many moves at most, 1 to {@link #MOST}
   */
  record GetHistory(SessionName session, int limit) implements ToAnyNode {

    /** The most that one reply holds. */
    public static final int MOST = 1_000;
  }

  /** Stops the session if it runs, erases its profile and forgets it. Reply: empty object. */
  record Delete(SessionName session) implements ToAnyNode {}

  /**
   * Wants the session running, and answers as soon as an owner has claimed it, long before the page
   * is there; a session that runs already is left alone. Reply: {@link SessionInfo}.
   */
  record Start(SessionName session) implements ToAnyNode {}

  /** Wants the session stopped; the link to the account stays. Reply: {@link SessionInfo}. */
  record Stop(SessionName session) implements ToAnyNode {}

  /** A stop and a start in one. Reply: {@link SessionInfo}. */
  record Restart(SessionName session) implements ToAnyNode {}

  /**
   * Unlinks the device from the account (when it runs), erases the profile and leaves the session
   * in LOGGED_OUT. Reply: {@link SessionInfo}.
   */
  record Logout(SessionName session) implements ToAnyNode {}

  /** Erases the profile and starts afresh with a new QR. Reply: {@link SessionInfo}. */
  record Reset(SessionName session) implements ToAnyNode {}

  /** Reply: {@link NodeVersion} of the node that answers. */
  record Version() implements ToAnyNode {}

  /** Reply: {@link NodeList}, from the registry. */
  record ListNodes() implements ToAnyNode {}

  /**
   * Has a node hand its sessions over, leave the cluster and end. Reply: {@link DrainPlan}, as soon
   * as it has begun; repeating it changes nothing. Fails with NODE_NOT_FOUND.
   */
  record DrainNode(String node) implements ToAnyNode {}

  /**
   * Moves sessions from fuller to emptier nodes, one after the other, until they are even. Reply:
   * {@link RebalancePlan}, as soon as it has begun. Fails with WRONG_STATE while another one is
   * under way.
   */
  record Rebalance() implements ToAnyNode {}

  /** Reply: {@link QrCode}. Fails with QR_NOT_AVAILABLE, or WRONG_STATE when linked already. */
  record GetQr(SessionName session) implements ToOwner {}

  /**
   * What is true of the session at this moment, from the owner itself. Everything that the owner
   * has published up to {@link LiveSession#lastSeq} is in it. Reply: {@link LiveSession}.
   */
  record Observe(SessionName session) implements ToOwner {}

  /**
   * The events that came after one that the caller has seen, as far as the owner still has them: it
   * keeps the last few hundred in memory. Reply: {@link EventPage}.
   *
   * @param generation the generation in which the caller's events were published
   * @param afterSeq the last number that the caller has seen in it
   */
  record Replay(SessionName session, long generation, long afterSeq) implements ToOwner {}

  /**
   * Has a QR shown that was not on show before, and begins its attempts anew. When the page does
   * not change its QR in time, its browser is replaced. Reply: {@link QrCode}, when it is there.
   * Fails with WRONG_STATE when the session is linked or becomes so, TIMEOUT when no QR comes.
   */
  record RenewQr(SessionName session) implements ToOwner {}

  /**
   * Links by phone number instead of by QR: the person types the code on the phone. Only while the
   * session is in SCAN_QR_CODE. Reply: {@link PairingCode}.
   *
   * @param phone the account's number, digits with or without {@code +}
   */
  record RequestPairingCode(SessionName session, String phone) implements ToOwner {
    @Override
    public boolean needsPage() {
      return true;
    }
  }

  /**
   * Sends text. Reply: {@link MessageSent} once WhatsApp's server has it (ack 1).
   *
   * @param chatId digits with or without {@code +}, or an id ending in {@code @c.us}, {@code
   *     @s.whatsapp.net}, {@code @g.us} or {@code @lid}
   * @param messageId null, or what the caller chose so that it may repeat the command: the bare
   *     id, 16 to 64 upper-case hexadecimal digits
   */
  record SendText(SessionName session, String chatId, String text, String messageId)
      implements ToOwner {
    @Override
    public boolean needsPage() {
      return true;
    }

    @Override
    public boolean mayBeRepeated() {
      return messageId != null;
    }
  }

  /**
   * Sends a file. Reply as for {@link SendText}.
   *
   * @param kind how it is shown to the receiver
   * @param media the bytes with their type and name
   * @param caption null or the text under it
   */
  record SendMedia(
      SessionName session,
      String chatId,
      MediaKind kind,
      MediaFile media,
      String caption,
      String messageId)
      implements ToOwner {

    @Override
    public boolean needsPage() {
      return true;
    }

    @Override
    public boolean mayBeRepeated() {
      return messageId != null;
    }

    /** An image in the chat, or a document to open. */
    public enum MediaKind {
      IMAGE,
      DOCUMENT
    }
  }

  /** Whether a number is on WhatsApp. Reply: {@link NumberStatus}. */
  record CheckExists(SessionName session, String phone) implements ToOwner {
    @Override
    public boolean needsPage() {
      return true;
    }

    @Override
    public boolean mayBeRepeated() {
      return true;
    }
  }
}
