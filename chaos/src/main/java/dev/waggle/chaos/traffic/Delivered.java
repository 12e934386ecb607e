package dev.waggle.chaos.traffic;

/**
 * A message as the phone of a chat has it.
 *
 * @param id the bare id that it came under
 */
public record Delivered(String id, String text) {}
