package dev.waggle.session.message;

import java.util.List;
import java.util.Map;

/**
 * What an owner has told of a session's messages, for the next one: a page that opens tells what is
 * unread and how far its own messages have got, and most of that was told before.
 *
 * @param told keys of messages, oldest first
 * @param acks by message id, how far it had got
 */
public record MessageMemory(List<String> told, Map<String, Integer> acks) {

  /** What is known of a session that comes from nobody. */
  public static final MessageMemory NONE = new MessageMemory(List.of(), Map.of());
}
