package dev.waggle.gateway.support;

import dev.waggle.contract.Addresses;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionCommand;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import dev.waggle.contract.Wire;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * The bus as a gateway finds it when a session node is there: commands are taken, noted and
 * answered as a test says; events are published at the contract's addresses.
 */
public final class BusNode {

  private final EventBus bus;
  private final List<MessageConsumer<JsonObject>> consumers = new ArrayList<>();
  private final List<SessionCommand> commands = new CopyOnWriteArrayList<>();
  private final Map<Class<?>, Function<SessionCommand, Object>> answers = new ConcurrentHashMap<>();
  private final AtomicLong sequence = new AtomicLong();

  /** A node that owns these sessions. */
  public BusNode(Vertx vertx, SessionName... owned) {
    this.bus = vertx.eventBus();
    listen(Addresses.SESSIONS);
    for (SessionName session : owned) {
      listen(Addresses.owner(session));
    }
  }

  /** Answers a command with a record, or with nothing when the record is null. */
  public <C extends SessionCommand> BusNode on(Class<C> command, Function<C, Record> answer) {
    answers.put(command, received -> answer.apply(command.cast(received)));
    return this;
  }

  /** Lets a command fail. */
  public BusNode refuse(Class<? extends SessionCommand> command, ErrorCode code, String sentence) {
    answers.put(
        command,
        received -> {
          throw new WaggleException(code, sentence);
        });
    return this;
  }

  /** Lets a command fail as no Waggle does. */
  public BusNode breakDown(Class<? extends SessionCommand> command, int busCode, String text) {
    answers.put(
        command,
        received -> {
          throw new ReplyException(ReplyFailure.RECIPIENT_FAILURE, busCode, text);
        });
    return this;
  }

  /** Never answers a command. */
  public BusNode ignore(Class<? extends SessionCommand> command) {
    answers.put(command, received -> this);
    return this;
  }

  /** What came, oldest first. */
  public List<SessionCommand> commands() {
    return List.copyOf(commands);
  }

  /** The only command of its kind that came. */
  public <C extends SessionCommand> C only(Class<C> kind) {
    List<C> found = commands.stream().filter(kind::isInstance).map(kind::cast).toList();
    if (found.size() != 1) {
      throw new AssertionError("expected one " + kind.getSimpleName() + " in " + commands);
    }
    return found.get(0);
  }

  /** Publishes an event as the owner does. */
  public SessionEvent publish(SessionName session, SessionEventType type, Record data) {
    SessionEvent event = event(session, type, data);
    publish(event);
    return event;
  }

  /** An event with the next number, which nobody is told of. */
  public SessionEvent event(SessionName session, SessionEventType type, Record data) {
    long seq = sequence.incrementAndGet();
    return new SessionEvent(
        "01JD" + seq, seq, type, session, "node-1", 1, Instant.now(), Wire.write(data));
  }

  /** Publishes this event. */
  public void publish(SessionEvent event) {
    JsonObject wire = Wire.write(event);
    bus.publish(Addresses.events(event.session()), wire);
    if (event.type().forRoom()) {
      bus.publish(Addresses.room(event.session()), wire);
    }
    bus.publish(Addresses.EVENTS, wire);
  }

  /** Leaves the bus. */
  public void leave() {
    for (MessageConsumer<JsonObject> consumer : consumers) {
      Await.result(consumer.unregister());
    }
  }

  private void listen(String address) {
    MessageConsumer<JsonObject> consumer = bus.consumer(address, this::answer);
    Await.result(consumer.completion());
    consumers.add(consumer);
  }

  private void answer(Message<JsonObject> message) {
    SessionCommand command = Wire.read(message.body(), SessionCommand.class);
    commands.add(command);
    Function<SessionCommand, Object> prepared = answers.get(command.getClass());
    if (prepared == null) {
      message.fail(0, "The test has no answer to " + command.getClass().getSimpleName() + ".");
      return;
    }
    try {
      Object answer = prepared.apply(command);
      if (answer != this) {
        message.reply(answer == null ? new JsonObject() : Wire.write((Record) answer));
      }
    } catch (WaggleException e) {
      message.fail(e.code().busCode(), e.getMessage());
    } catch (ReplyException e) {
      message.fail(e.failureCode(), e.getMessage());
    }
  }
}
