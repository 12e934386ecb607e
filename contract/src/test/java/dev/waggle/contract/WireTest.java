package dev.waggle.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WireTest {

  private static final SessionInfo SALES =
      new SessionInfo(
          new SessionName("sales"),
          SessionStatus.WORKING,
          SessionInfo.Wanted.RUNNING,
          "Linked.",
          "node-1",
          3,
          new SessionInfo.Account("5511999999999@c.us", "Ana"),
          new SessionConfig(3, Map.of("team", "north")),
          Instant.parse("2026-03-01T10:00:00Z"),
          Instant.parse("2026-03-01T10:01:00Z"));

  @Test
  void shouldReadListsThatTheBusHasCopied() {
    SessionList list = new SessionList(List.of(SALES));

    SessionList read = Wire.read(Wire.write(list).copy(), SessionList.class);

    assertThat(read).isEqualTo(list);
  }

  @Test
  void shouldReadWhatCameAsBytes() {
    SessionList list = new SessionList(List.of(SALES));

    SessionList read = Wire.read(Wire.write(list).toBuffer().toJsonObject(), SessionList.class);

    assertThat(read).isEqualTo(list);
  }
}
