package dev.waggle.session.message;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers so many entries and forgets the one that was touched longest ago. */
final class RecentMap<K, V> {

  private final Map<K, V> entries;

  RecentMap(int capacity) {
    this.entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > capacity;
          }
        };
  }

  /** What is remembered; null when nothing is. */
  V get(K key) {
    return entries.get(key);
  }

  /** A copy of the so many entries that were touched last, the oldest first. */
  Map<K, V> latest(int count) {
    Map<K, V> latest = new LinkedHashMap<>();
    entries.entrySet().stream()
        .skip(Math.max(0, entries.size() - count))
        .forEach(entry -> latest.put(entry.getKey(), entry.getValue()));
    return latest;
  }

  /** Remembers, and answers what was remembered before; null when nothing was. */
  V put(K key, V value) {
    return entries.put(key, value);
  }
}
