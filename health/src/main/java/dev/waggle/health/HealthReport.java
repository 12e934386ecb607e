package dev.waggle.health;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/**
 * What all checks have found, by their names.
 *
 * @param findings in the order of names
 */
public record HealthReport(Map<String, Finding> findings) {

  /** Asks all at once. Never fails. */
  static Future<HealthReport> of(Map<String, SharedLook> checks) {
    Map<String, Future<Finding>> asked = new TreeMap<>();
    checks.forEach((name, look) -> asked.put(name, look.now()));
    return Future.join(asked.values().stream().toList())
        .map(
            done -> {
              Map<String, Finding> findings = new TreeMap<>();
              asked.forEach((name, finding) -> findings.put(name, finding.result()));
              return new HealthReport(findings);
            });
  }

  /** Whether nothing is wrong. */
  public boolean isUp() {
    return findings.values().stream().allMatch(Finding::isUp);
  }

  /** The report as it is sent. */
  JsonObject toJson() {
    JsonObject checks = new JsonObject();
    findings.forEach((name, finding) -> checks.put(name, toJson(finding)));
    return new JsonObject().put("status", word(isUp())).put("checks", checks);
  }

  private static JsonObject toJson(Finding finding) {
    JsonObject json = new JsonObject().put("status", word(finding.isUp()));
    return finding.isUp() ? json : json.put("reason", finding.reason());
  }

  private static String word(boolean up) {
    return up ? "UP" : "DOWN";
  }
}
