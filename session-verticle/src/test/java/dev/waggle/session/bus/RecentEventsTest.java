package dev.waggle.session.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.EventPage;
import dev.waggle.contract.PairingCode;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.Wire;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

  private static final int PLENTY = 1024 * 1024;

  @Test
  void shouldGiveWhatCameAfterANumber() {
    EventPage page = filled(5, 5, PLENTY).after(3);

    assertThat(page.complete()).isTrue();
    assertThat(page.events()).containsExactly(event(4), event(5));
  }

  @Test
  void shouldHaveNothingForWhomNothingWasMissed() {
    assertThat(filled(5, 5, PLENTY).after(5)).isEqualTo(new EventPage(List.of(), true));
  }

  @Test
  void shouldSayThatEventsAreGone() {
    RecentEvents recent = filled(10, 5, PLENTY);

    assertThat(recent.after(5).events()).hasSize(5);
    assertThat(recent.after(4)).isEqualTo(EventPage.MISSED);
  }

  @Test
  void shouldNotKnowNumbersThatWereNeverGiven() {
    RecentEvents recent = filled(5, 5, PLENTY);

    assertThat(recent.after(6)).isEqualTo(EventPage.MISSED);
    assertThat(recent.after(-1)).isEqualTo(EventPage.MISSED);
    assertThat(recent.after(Long.MIN_VALUE)).isEqualTo(EventPage.MISSED);
  }

  @Test
  void shouldKeepNoMoreBytesThanAllowed() {
    int size = Wire.write(event(1)).toBuffer().length();
    RecentEvents recent = filled(9, 100, 3 * size);

    assertThat(recent.after(6).events()).hasSize(3);
    assertThat(recent.after(5)).isEqualTo(EventPage.MISSED);
  }

  private static RecentEvents filled(int count, int maxEvents, int maxBytes) {
    RecentEvents recent = new RecentEvents(maxEvents, maxBytes);
    LongStream.rangeClosed(1, count).forEach(seq -> recent.add(seq, Wire.write(event(seq))));
    return recent;
  }

  private static SessionEvent event(long seq) {
    return new SessionEvent(
        "01ARZ",
        seq,
        SessionEventType.PAIRING_CODE,
        new SessionName("sales"),
        "one",
        7,
        Instant.EPOCH,
        Wire.write(new PairingCode("ABCD-1234")));
  }
}
