package dev.waggle.chaos.traffic;

import dev.waggle.chaos.standin.Phone;
import java.util.function.Consumer;

/**
 * A phone that writes numbered texts to a session's account, however it fares. Runs on a thread of
 * its own.
 */
final class IncomingChat implements Runnable {

  private final String session;
  private final Phone customer;
  private final Phone account;
  private final Pace pace;
  private final IncomingBook book;
  private final Consumer<String> troubles;

  IncomingChat(
      String session,
      Phone customer,
      Phone account,
      Pace pace,
      IncomingBook book,
      Consumer<String> troubles) {
    this.session = session;
    this.customer = customer;
    this.account = account;
    this.pace = pace;
    this.book = book;
    this.troubles = troubles;
  }

  /** What the texts of a session begin with. */
  static String mark(String session) {
    return "in " + session + " ";
  }

  @Override
  public void run() {
    for (int count = 1; pace.goesOn(); count++) {
      write(mark(session) + count);
      pace.rest(pace.between());
    }
  }

  private void write(String text) {
    book.written(session, text);
    try {
      customer.write(account.number(), text);
    } catch (RuntimeException | AssertionError refused) {
      troubles.accept("the stand-in did not take \"" + text + "\": " + refused.getMessage());
    }
  }
}
