package dev.waggle.chaos.traffic;

import dev.waggle.chaos.standin.Phone;

/** A phone that writes numbered texts to a session's account. Runs on a thread of its own. */
final class IncomingChat implements Runnable {

  private final String session;
  private final Phone customer;
  private final Phone account;
  private final Pace pace;
  private final IncomingBook book;

  IncomingChat(String session, Phone customer, Phone account, Pace pace, IncomingBook book) {
    this.session = session;
    this.customer = customer;
    this.account = account;
    this.pace = pace;
    this.book = book;
  }

  @Override
  public void run() {
    for (int count = 1; pace.goesOn(); count++) {
      write("in " + session + " " + count);
      pace.rest(pace.between());
    }
  }

  private void write(String text) {
    book.written(session, text);
    try {
      customer.write(account.number(), text);
    } catch (RuntimeException | AssertionError refused) {
      book.notWritten(text);
      throw refused;
    }
  }
}
