package dev.waggle.session.registry;

import static dev.waggle.session.support.Futures.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.session.meter.LeaseRenewal;
import dev.waggle.session.settings.DatabaseSettings;
import dev.waggle.session.settings.LeaseSettings;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node believes in its lease no longer than the database does. */
class NodeLeaseTest {

  private static final LeaseSettings FAST =
      new LeaseSettings(Duration.ofSeconds(2), Duration.ofMillis(200), Duration.ofMillis(200));

  @TempDir Path data;

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger losses = new AtomicInteger();
  private final AtomicInteger measurements = new AtomicInteger();
  private final AtomicReference<CountDownLatch> hold = new AtomicReference<>();
  private final List<LeaseRenewal> renewals = new CopyOnWriteArrayList<>();
  private Database database;
  private NodeRegistry nodes;
  private NodeLease lease;

  @BeforeEach
  void open() {
    DatabaseSettings inMemory =
        new DatabaseSettings("jdbc:h2:mem:" + UUID.randomUUID(), "", "", 2, Duration.ofSeconds(1));
    database = await(Database.open(vertx, inMemory, data));
    nodes = new NodeRegistry(database);
    lease =
        new NodeLease(vertx, nodes, "one", FAST, this::measure, losses::incrementAndGet)
            .reportTo(renewals::add);
  }

  @AfterEach
  void close() {
    await(lease.leave());
    await(database.close());
    await(vertx.close());
  }

  @Test
  void shouldNotBeHeldBeforeItHasJoined() {
    assertThat(lease.isHeld()).isFalse();
  }

  @Test
  void shouldBeHeldLongerThanOneTermByRenewing() {
    await(lease.join());

    Awaitility.await().until(() -> measurements.get() > 12);

    assertThat(lease.isHeld()).isTrue();
    assertThat(losses).hasValue(0);
    assertThat(renewals).contains(LeaseRenewal.IN_TIME);
    assertThat(await(nodes.live())).hasSize(1);
  }

  @Test
  void shouldBeLostOnceWhenTheDatabaseSaysThatItHasRunOut() {
    await(lease.join());

    await(nodes.renew("one", Duration.ofMillis(-1), this::measure));

    Awaitility.await().until(() -> losses.get() == 1);
    assertThat(lease.isHeld()).isFalse();
    assertThat(renewals).endsWith(LeaseRenewal.LOST).containsOnlyOnce(LeaseRenewal.LOST);
  }

  @Test
  void shouldBeLostBeforeItsTermWhenTheDatabaseIsSilent() {
    await(lease.join());
    long joined = System.nanoTime();

    await(database.close());

    Awaitility.await().until(() -> losses.get() == 1);
    assertThat(Duration.ofNanos(System.nanoTime() - joined)).isLessThan(FAST.duration());
  }

  @Test
  void shouldBeHeldAgainAfterJoiningAgain() {
    await(lease.join());
    await(nodes.renew("one", Duration.ofMillis(-1), this::measure));
    Awaitility.await().until(() -> losses.get() == 1);

    await(lease.join());

    assertThat(lease.isHeld()).isTrue();
  }

  @Test
  void shouldRenewANewLeaseWhileARenewalOfTheLastOneHangs() {
    await(lease.join());
    CountDownLatch hanging = new CountDownLatch(1);
    hold.set(hanging);
    Awaitility.await().until(() -> losses.get() == 1);

    await(lease.join());
    int before = measurements.get();

    Awaitility.await().until(() -> measurements.get() > before + 4);
    hanging.countDown();
    assertThat(lease.isHeld()).isTrue();
    assertThat(losses).hasValue(1);
  }

  @Test
  void shouldLeaveNoRow() {
    await(lease.join());

    await(lease.leave());

    assertThat(await(nodes.live())).isEmpty();
    assertThat(losses).hasValue(0);
  }

  private static void awaitRelease(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private NodeLoad measure() {
    measurements.incrementAndGet();
    CountDownLatch hanging = hold.getAndSet(null);
    if (hanging != null) {
      awaitRelease(hanging);
    }
    return new NodeLoad("1", 10, 1_000_000, 0, 2_000_000, 0.5, false);
  }
}
