package dev.waggle.simulator.account;

import io.vertx.core.json.JsonObject;

/**
 * What the stand-in counts about one linked device since it started. It outlives the device, so
 * that a test can read it after a logout.
 */
public final class DeviceBook {

  private int connections;
  private int maxConnections;
  private int logins;
  private int queued;
  private int received;
  private int redelivered;
  private int duplicated;
  private int outOfOrder;
  private int stray;
  private int lost;
  private int sent;
  private int sentTwice;

  /** A connection has proved to be this device; counted before an older one is told to go. */
  public void connected() {
    logins++;
    connections++;
    maxConnections = Math.max(maxConnections, connections);
  }

  /** A connection of the device has ended. */
  public void disconnected() {
    connections--;
  }

  /** The server has taken on a message that the device wrote. */
  public void sent() {
    sent++;
  }

  /** The device sent an id again that the server had already taken on. */
  public void sentTwice() {
    sentTwice++;
  }

  /** A message was queued for the device. */
  void queued() {
    queued++;
  }

  /** The device said that it has a message that waited for it. */
  void received(boolean late) {
    received++;
    if (late) {
      outOfOrder++;
    }
  }

  /** A message was written again on a later connection, as the device had not received it. */
  void redelivered() {
    redelivered++;
  }

  /** A message was written twice on one connection, or after the device had received it. */
  void duplicated() {
    duplicated++;
  }

  /** The device claims to have a message that was not waiting, or was never written to it. */
  void stray() {
    stray++;
  }

  /** Messages were still waiting when the device was unlinked or logged out. */
  void lost(int messages) {
    lost += messages;
  }

  /** The counts under the names that PROTOCOL.md explains. */
  public JsonObject toJson() {
    return new JsonObject()
        .put("connections", connections)
        .put("maxConnections", maxConnections)
        .put("logins", logins)
        .put("queued", queued)
        .put("received", received)
        .put("redelivered", redelivered)
        .put("duplicated", duplicated)
        .put("outOfOrder", outOfOrder)
        .put("stray", stray)
        .put("lost", lost)
        .put("sent", sent)
        .put("sentTwice", sentTwice);
  }
}
