package dev.waggle.contract;

import io.vertx.core.MultiMap;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * A command's name on the bus, by which its asker may ask whether the receiver has it. The bus says
 * nothing when a command or its answer is lost with a connection or a node, so a long wait cannot
 * be told from a lost one otherwise. All of it is in headers of messages; a receiver that does not
 * know them is believed to have every command.
 *
 * @param id unlike any other
 */
public record Errand(String id) {

  private static final String NAMED = "waggle-errand";
  private static final String ASKED_ABOUT = "waggle-errand-asked-about";
  private static final String IS_HERE = "waggle-errand-is-here";

  static Errand create() {
    return new Errand(UUID.randomUUID().toString());
  }

  /** For the command itself. */
  public DeliveryOptions command(Duration limit) {
    return within(limit).addHeader(NAMED, id);
  }

  /** For another command, whose answer is to say whether the receiver has this one. */
  public DeliveryOptions question(Duration limit) {
    return within(limit).addHeader(ASKED_ABOUT, id);
  }

  /** Whether an answer to a question says that the receiver does not have the command. */
  public static boolean isDenied(Message<?> answer) {
    return "false".equals(answer.headers().get(IS_HERE));
  }

  /** The errand that a message is. */
  public static Optional<Errand> of(Message<?> message) {
    return in(message.headers(), NAMED);
  }

  /** The errand that a message asks about. */
  public static Optional<Errand> askedAboutIn(Message<?> message) {
    return in(message.headers(), ASKED_ABOUT);
  }

  /** For the answer to a question. */
  public static DeliveryOptions answer(boolean isHere) {
    return new DeliveryOptions().addHeader(IS_HERE, String.valueOf(isHere));
  }

  private static Optional<Errand> in(MultiMap headers, String name) {
    return Optional.ofNullable(headers.get(name)).map(Errand::new);
  }

  private static DeliveryOptions within(Duration limit) {
    return new DeliveryOptions().setSendTimeout(limit.toMillis());
  }
}
