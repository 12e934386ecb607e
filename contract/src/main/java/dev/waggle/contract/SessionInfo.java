package dev.waggle.contract;

import java.time.Instant;

/**
 * A session as the registry and its owner know it.
 *
 * @param wanted whether it is meant to be running; survives restarts of every process
 * @param reason why it came to its status, one sentence; null at first
 * @param cause the same for programs; may be null
 * @param node the owner's node id; null without an owner
 * @param generation grows by one with every new owner, 0 before the first
 * @param me the linked account; null until one is linked
 * @param statusSince when it came to its status
 */
public record SessionInfo(
    SessionName name,
    SessionStatus status,
    Wanted wanted,
    String reason,
    StatusCause cause,
    String node,
    long generation,
    Account me,
    SessionConfig config,
    Instant createdAt,
    Instant statusSince) {

  /** What the last start or stop asked for. */
  public enum Wanted {
    RUNNING,
    STOPPED
  }

  /**
   * The WhatsApp account behind a session.
   *
   * @param id the account's id, {@code 5511999999999@c.us}
   * @param pushName the name the account shows to others; may be null
   */
  public record Account(String id, String pushName) {}
}
