package dev.waggle.chaos.standin;

import dev.waggle.chaos.client.Json;
import dev.waggle.simulator.SimulatorConfig;
import dev.waggle.simulator.WhatsAppWebSimulator;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A stand-in of WhatsApp Web in this JVM, and the means to misbehave and to look at its books. */
public final class StandIn implements AutoCloseable {

  private final WhatsAppWebSimulator simulator;
  private final Json http;
  private final AtomicInteger phones = new AtomicInteger();

  private StandIn(SimulatorConfig config) {
    this.simulator = WhatsAppWebSimulator.start(config);
    this.http = new Json("http://127.0.0.1:" + simulator.httpPort(), Map.of());
  }

  /** With the live page's timings. */
  public static StandIn start() {
    return start(SimulatorConfig.defaults());
  }

  /** With timings of one's own. */
  public static StandIn start(SimulatorConfig config) {
    return new StandIn(config);
  }

  public String url() {
    return "http://127.0.0.1:" + simulator.httpPort() + "/";
  }

  public int httpsPort() {
    return simulator.httpsPort();
  }

  /** A phone with a number that no other of this stand-in has. */
  public Phone phone(String name) {
    String number = "55119" + (70_000_000 + phones.incrementAndGet());
    return Phone.create(url(), number, name);
  }

  /** Switches faults on or off; see the stand-in's protocol. */
  public void faults(JsonObject faults) {
    http.post("/faults", faults).ok();
  }

  /** The totals of the books. */
  public JsonObject books() {
    return http.get("/books").ok().json().getJsonObject("totals");
  }

  /** The book of each device that was ever linked. */
  public List<JsonObject> deviceBooks() {
    return http.get("/books").ok().json().getJsonArray("devices").stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  @Override
  public void close() {
    simulator.close();
  }
}
