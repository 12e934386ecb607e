package dev.waggle.gateway.access;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what was put first when it would grow beyond its size. */
final class RecentMap<K, V> extends LinkedHashMap<K, V> {

  private static final long serialVersionUID = 1L;

  private final int size;

  RecentMap(int size) {
    this.size = size;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > size;
  }
}
