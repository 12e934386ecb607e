package dev.waggle.contract;

import com.fasterxml.jackson.annotation.JsonValue;

/** Every kind of event, with the record that its data has and the feeds that carry it. */
public enum SessionEventType {
  /** {@link EventData.StatusChanged}. */
  STATUS("session.status", EventData.StatusChanged.class, true),
  /** {@link QrCode}. */
  QR("session.qr", QrCode.class, true),
  /** {@link PairingCode}. */
  PAIRING_CODE("session.pairing-code", PairingCode.class, true),
  /** {@link EventData.LinkComplete}: linking has ended well, viewers may go. */
  COMPLETE("session.complete", EventData.LinkComplete.class, true),
  /** {@link EventData.Message} that somebody wrote to the account. */
  MESSAGE("message", EventData.Message.class, false),
  /** {@link EventData.Message} that the account wrote, through Waggle or on another device. */
  MESSAGE_SENT("message.sent", EventData.Message.class, false),
  /** {@link EventData.MessageAck}. */
  MESSAGE_ACK("message.ack", EventData.MessageAck.class, false);

  private final String wireName;
  private final Class<? extends Record> dataType;
  private final boolean forRoom;

  SessionEventType(String wireName, Class<? extends Record> dataType, boolean forRoom) {
    this.wireName = wireName;
    this.dataType = dataType;
    this.forRoom = forRoom;
  }

  /** The name on the wire: {@code session.qr}. */
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /** The record behind {@link SessionEvent#data}. */
  public Class<? extends Record> dataType() {
    return dataType;
  }

  /** Whether viewers of the session being linked get it, at {@link Addresses#room}. */
  public boolean forRoom() {
    return forRoom;
  }
}
