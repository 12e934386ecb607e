package dev.waggle.simulator.account;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** The counts of every device that was ever linked since the stand-in started or was reset. */
public final class Books {

  private static final String MAXIMUM = "maxConnections";

  private final Map<String, DeviceBook> devices = new LinkedHashMap<>();
  private final Map<String, Integer> scans = new LinkedHashMap<>();

  /** The book of a device by its full id, such as {@code 5511999999999:1@c.us}. */
  public DeviceBook of(String deviceId) {
    return devices.computeIfAbsent(deviceId, id -> new DeviceBook());
  }

  /** A phone has linked a device, by QR or by pairing code. */
  public void scanned(String number) {
    scans.merge(number, 1, Integer::sum);
  }

  /** Forgets every count. */
  public void clear() {
    devices.clear();
    scans.clear();
  }

  /**
   * Every device's counts with the scans of its account, and {@code totals}: sums, but for {@code
   * maxConnections}, which is the highest of any one device.
   */
  public JsonObject toJson() {
    JsonArray list = new JsonArray();
    JsonObject totals = new DeviceBook().toJson();
    devices.forEach(
        (id, book) -> {
          JsonObject counts = book.toJson();
          counts.forEach(count -> add(totals, count.getKey(), (Integer) count.getValue()));
          list.add(new JsonObject().put("device", id).put("scans", scansOf(id)).mergeIn(counts));
        });
    totals.put("scans", scans.values().stream().mapToInt(Integer::intValue).sum());
    return new JsonObject().put("devices", list).put("totals", totals);
  }

  private int scansOf(String deviceId) {
    return scans.getOrDefault(Wid.parse(deviceId).user(), 0);
  }

  private static void add(JsonObject totals, String name, int count) {
    int before = totals.getInteger(name);
    totals.put(name, name.equals(MAXIMUM) ? Math.max(before, count) : before + count);
  }
}
