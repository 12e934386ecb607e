package dev.waggle.simulator.http;

import dev.waggle.simulator.account.Books;
import dev.waggle.simulator.chat.ChatServer;
import dev.waggle.simulator.fault.Faults;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** What tests ask of the stand-in itself: faults, books, a fresh start, a sign of life. */
public final class ControlRoutes {

  private final Faults faults;
  private final Books books;
  private final ChatServer chat;
  private final Runnable reset;

  /**
   * @param reset forgets everything
   */
  public ControlRoutes(Faults faults, Books books, ChatServer chat, Runnable reset) {
    this.faults = faults;
    this.books = books;
    this.chat = chat;
    this.reset = reset;
  }

  /** Adds the routes. */
  public void mount(Router router) {
    router.get("/faults").handler(Answers.object(200, ctx -> faults.toJson()));
    router.post("/faults").handler(Answers.object(200, this::setFaults));
    router.delete("/faults").handler(Answers.object(200, this::clearFaults));
    router.get("/books").handler(Answers.object(200, ctx -> books.toJson()));
    router.post("/reset").handler(Answers.object(200, this::reset));
    router.get("/health").handler(Answers.object(200, ctx -> new JsonObject().put("status", "UP")));
  }

  private JsonObject setFaults(RoutingContext ctx) {
    chat.faultsChanged(faults.set(Answers.body(ctx)));
    return faults.toJson();
  }

  private JsonObject clearFaults(RoutingContext ctx) {
    chat.faultsChanged(faults.clear());
    return faults.toJson();
  }

  private JsonObject reset(RoutingContext ctx) {
    reset.run();
    return new JsonObject();
  }
}
