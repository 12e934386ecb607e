package dev.waggle.session.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.Addresses;
import dev.waggle.contract.EventData.LinkComplete;
import dev.waggle.contract.EventData.MessageAck;
import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.Wire;
import dev.waggle.session.registry.Ownership;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryContext;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one owner tells, on a real bus. */
class EventPublisherTest {

  private static final MessageAck ACK = new MessageAck("true_1@c.us_A", "1@c.us", 2, "DEVICE");

  private final Vertx vertx = Vertx.vertx();
  private final Context context = vertx.getOrCreateContext();
  private final EventPublisher publisher =
      new EventPublisher(vertx.eventBus(), new Ownership(new SessionName("sales"), "node-1", 3));
  private final BlockingQueue<SessionEvent> heard = new LinkedBlockingQueue<>();

  @BeforeEach
  void listen() throws Exception {
    vertx
        .eventBus()
        .<JsonObject>consumer(
            Addresses.EVENTS, event -> heard.add(Wire.read(event.body(), SessionEvent.class)))
        .completion()
        .await(10, TimeUnit.SECONDS);
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void shouldNotCallPassedOnWhatTheBusStillHas() throws Exception {
    Promise<DeliveryContext<JsonObject>> stuck = Promise.promise();
    vertx
        .eventBus()
        .<JsonObject>addOutboundInterceptor(
            delivery -> {
              if (delivery.message().address().equals(Addresses.EVENTS)) {
                stuck.complete(delivery);
              } else {
                delivery.next();
              }
            });

    Promise<Void> passedOn = publishAnAck();
    DeliveryContext<JsonObject> delivery = stuck.future().await(10, TimeUnit.SECONDS);

    assertThat(there(() -> passedOn.future().isComplete())).isFalse();
    delivery.next();
    passedOn.future().await(10, TimeUnit.SECONDS);
  }

  @Test
  void shouldCallPassedOnWhatNobodyHears() throws Exception {
    Promise<Void> passedOn = publishAnAck();

    // Nobody listens at the session's own address.
    passedOn.future().await(10, TimeUnit.SECONDS);
  }

  @Test
  void shouldTellMessagesAndTheLastStatusAgainAndNothingElse() throws Exception {
    there(
        () -> {
          publisher.publish(SessionEventType.STATUS, status(SessionStatus.RECONNECTING));
          publisher.publish(SessionEventType.STATUS, status(SessionStatus.WORKING));
          publisher.publish(SessionEventType.COMPLETE, new LinkComplete("done", null));
          publisher.publish(SessionEventType.MESSAGE_ACK, ACK);
          publisher.publishAgain();
          publisher.publish(SessionEventType.COMPLETE, new LinkComplete("done", null));
          return null;
        });

    List<SessionEvent> all = new ArrayList<>();
    while (all.isEmpty() || all.get(all.size() - 1).seq() < 5) {
      all.add(next());
    }
    assertThat(all).extracting(SessionEvent::seq).containsExactly(1L, 2L, 3L, 4L, 2L, 4L, 5L);
    assertThat(all.get(5)).isEqualTo(all.get(3));
  }

  @Test
  void shouldTellNothingAgainWhenTheSessionHasAnotherOwner() throws Exception {
    there(
        () -> {
          publisher.publish(SessionEventType.MESSAGE_ACK, ACK);
          publisher.silence();
          publisher.publishAgain();
          return null;
        });
    JsonObject last = Wire.write(next()).put("seq", 99);
    vertx.eventBus().publish(Addresses.EVENTS, last);

    assertThat(next().seq()).as("what was told next").isEqualTo(99);
  }

  /** Completes when it is passed on. */
  private Promise<Void> publishAnAck() throws Exception {
    Promise<Void> passedOn = Promise.promise();
    there(
        () -> {
          publisher.publish(SessionEventType.MESSAGE_ACK, ACK);
          publisher.passedOn().onComplete(passedOn);
          return null;
        });
    return passedOn;
  }

  private static StatusChanged status(SessionStatus status) {
    return new StatusChanged(status, null, "A reason.", null, null);
  }

  private SessionEvent next() throws InterruptedException {
    SessionEvent event = heard.poll(10, TimeUnit.SECONDS);
    assertThat(event).as("a further event").isNotNull();
    return event;
  }

  private <T> T there(Supplier<T> work) throws Exception {
    Promise<T> done = Promise.promise();
    context.runOnContext(here -> Future.succeededFuture().map(x -> work.get()).onComplete(done));
    return done.future().await(10, TimeUnit.SECONDS);
  }
}
