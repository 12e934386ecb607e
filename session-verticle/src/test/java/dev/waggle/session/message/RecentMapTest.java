package dev.waggle.session.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentMapTest {

  @Test
  void shouldForgetWhatWasTouchedLongestAgo() {
    RecentMap<String, Integer> map = new RecentMap<>(2);
    map.put("a", 1);
    map.put("b", 2);
    assertThat(map.get("a")).isEqualTo(1);

    map.put("c", 3);

    assertThat(map.get("b")).isNull();
    assertThat(map.get("a")).isEqualTo(1);
  }
}
