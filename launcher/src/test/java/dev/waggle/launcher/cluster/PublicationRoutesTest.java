package dev.waggle.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.Addresses;
import io.vertx.core.Completable;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.spi.cluster.RegistrationInfo;
import io.vertx.core.spi.cluster.RegistrationListener;
import io.vertx.core.spi.cluster.RegistrationUpdateEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublicationRoutesTest {

  private static final String ADDRESS = Addresses.EVENTS;
  private static final Duration LONG = Duration.ofHours(1);
  private static final List<RegistrationInfo> LISTENERS = List.of(at("one"));
  private static final List<RegistrationInfo> EVERYBODY = List.of(at("one"), at("two"));

  private final Vertx vertx = Vertx.vertx();
  private final BlockingQueue<Completable<List<RegistrationInfo>>> asked =
      new LinkedBlockingQueue<>();
  private final BlockingQueue<RegistrationUpdateEvent> told = new LinkedBlockingQueue<>();
  private final Promise<Void> quiet = Promise.promise();

  @AfterEach
  void close() throws Exception {
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void shouldGoToThoseWhoListenInQuietTimes() throws Exception {
    Promise<List<RegistrationInfo>> found = find(routes());
    asked.take().succeed(LISTENERS);

    assertThat(soon(found)).isEqualTo(LISTENERS);
  }

  @Test
  void shouldGoToEveryMemberAtOnceWhenOneHasChanged() throws Exception {
    PublicationRoutes routes = routes();

    routes.unrest();

    assertThat(soon(find(routes))).isEqualTo(EVERYBODY);
    assertThat(asked).isEmpty();
  }

  @Test
  void shouldGoToEveryMemberWhenTheLookUpFails() throws Exception {
    Promise<List<RegistrationInfo>> found = find(routes());
    asked.take().fail("The partition is on the move.");

    assertThat(soon(found)).isEqualTo(EVERYBODY);
  }

  @Test
  void shouldGoToEveryMemberWhenTheLookUpIsLate() throws Exception {
    Promise<List<RegistrationInfo>> found = find(routes(Duration.ofMillis(50), LONG));

    assertThat(soon(found)).isEqualTo(EVERYBODY);
  }

  @Test
  void shouldTellTheBusThatAnAddressWhichItKnowsGoesToEveryMemberNow() throws Exception {
    PublicationRoutes routes = routes();
    Promise<List<RegistrationInfo>> found = find(routes);
    asked.take().succeed(LISTENERS);
    soon(found);

    routes.unrest();

    RegistrationUpdateEvent update = told.take();
    assertThat(update.address()).isEqualTo(ADDRESS);
    assertThat(update.registrations()).isEqualTo(EVERYBODY);
  }

  @Test
  void shouldNotBelieveAnEntryAboutListenersBeforeItIsQuiet() throws Exception {
    PublicationRoutes routes = routes();
    RegistrationListener listener = routes.before(bus());
    routes.unrest();

    listener.registrationsUpdated(new RegistrationUpdateEvent(ADDRESS, LISTENERS));

    assertThat(told.take().registrations()).isEqualTo(EVERYBODY);
  }

  @Test
  void shouldLetEntriesOfCommandAddressesPass() throws Exception {
    PublicationRoutes routes = routes();
    RegistrationListener listener = routes.before(bus());
    routes.unrest();

    listener.registrationsUpdated(new RegistrationUpdateEvent(Addresses.SESSIONS, LISTENERS));

    assertThat(told.take().registrations()).isEqualTo(LISTENERS);
  }

  @Test
  void shouldHaveTheBusLookAgainWhenItIsQuiet() throws Exception {
    PublicationRoutes routes = routes(LONG, Duration.ofMillis(50));
    routes.unrest();
    soon(find(routes));

    quiet.future().await(10, TimeUnit.SECONDS);

    assertThat(told.take().registrations()).isEmpty();
    find(routes);
    assertThat(asked.poll(10, TimeUnit.SECONDS)).isNotNull();
  }

  /** With limits that no test reaches. */
  private PublicationRoutes routes() {
    return routes(LONG, LONG);
  }

  private PublicationRoutes routes(Duration patience, Duration unrest) {
    PublicationRoutes routes =
        new PublicationRoutes(
            vertx,
            (address, answer) -> asked.add(answer),
            address -> EVERYBODY,
            patience,
            unrest,
            quiet::tryComplete);
    var unused = routes.before(bus());
    return routes;
  }

  private RegistrationListener bus() {
    return new RegistrationListener() {
      @Override
      public void registrationsUpdated(RegistrationUpdateEvent event) {
        told.add(event);
      }
    };
  }

  private static Promise<List<RegistrationInfo>> find(PublicationRoutes routes) {
    Promise<List<RegistrationInfo>> found = Promise.promise();
    routes.find(ADDRESS, found);
    return found;
  }

  private static List<RegistrationInfo> soon(Promise<List<RegistrationInfo>> found)
      throws Exception {
    return found.future().await(10, TimeUnit.SECONDS);
  }

  private static RegistrationInfo at(String member) {
    return new RegistrationInfo(member, 0, false);
  }
}
