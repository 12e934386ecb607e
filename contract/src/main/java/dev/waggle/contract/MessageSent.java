package dev.waggle.contract;

import java.time.Instant;

/**
 * A message that WhatsApp's server has taken.
 *
 * @param id the full id, {@code true_<chat>_<bare id>}, under which acks are reported
 * @param chatId the chat it went to, as WhatsApp spells it
 * @param ack 1 server, 2 delivered, 3 read, 4 played
 */
public record MessageSent(String id, String chatId, int ack, Instant timestamp) {}
