package dev.waggle.session.browser;

import static dev.waggle.session.support.Futures.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.session.browser.DriverPool.Seat;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverPoolTest {

  private final DriverPool pool = new DriverPool(2);

  @TempDir Path data;
  private Path folder;

  @BeforeEach
  void install() {
    folder = DriverInstall.ensure(data);
  }

  @AfterEach
  void end() {
    await(pool.close());
  }

  @Test
  void shouldShareSessionsAmongTheDriversThatWereStartedAhead() {
    await(pool.warm(folder, 2));

    List<Seat> seats = Stream.generate(() -> pool.take(folder)).limit(4).toList();

    assertThat(seats.stream().map(Seat::thread).distinct()).hasSize(2);
    assertThat(seats.get(0).thread()).isNotSameAs(seats.get(1).thread());
  }

  @Test
  void shouldFillADriverBeforeItStartsAnother() {
    List<Seat> seats = Stream.generate(() -> pool.take(folder)).limit(3).toList();

    assertThat(seats.get(0).thread()).isSameAs(seats.get(1).thread());
    assertThat(seats.get(2).thread()).isNotSameAs(seats.get(0).thread());
  }
}
