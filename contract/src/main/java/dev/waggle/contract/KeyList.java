package dev.waggle.contract;

import java.util.List;

/**
 * Every stored key.
 *
 * @param keys the oldest first
 */
public record KeyList(List<ApiKey> keys) {
  public KeyList {
    keys = List.copyOf(keys);
  }
}
