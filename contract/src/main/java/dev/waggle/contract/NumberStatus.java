package dev.waggle.contract;

/**
 * What WhatsApp says of a phone number.
 *
 * @param exists whether the number is on WhatsApp
 * @param chatId the id to write to; null when it does not exist
 */
public record NumberStatus(boolean exists, String chatId) {}
