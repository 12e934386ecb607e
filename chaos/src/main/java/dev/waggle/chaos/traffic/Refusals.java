package dev.waggle.chaos.traffic;

import dev.waggle.chaos.client.Json;
import dev.waggle.contract.ErrorCode;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How often callers were refused, by code, and which codes told them not to try again. */
final class Refusals {

  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private final Map<String, String> latest = new ConcurrentHashMap<>();

  /** Notes an answer that was no success; returns what it said. */
  String note(String session, Json.Answer answer) {
    String code = code(answer);
    counts.merge(code, 1, Integer::sum);
    latest.put(code, session + " at " + Instant.now() + ": " + answer.text());
    return "HTTP " + answer.status() + " " + code;
  }

  /** Notes that there was no answer; returns what happened. */
  String note(Exception failure) {
    String name = failure.getClass().getSimpleName();
    counts.merge(name, 1, Integer::sum);
    return name + ": " + failure.getMessage();
  }

  Map<String, Integer> counts() {
    return new TreeMap<>(counts);
  }

  /**
   * Those that promise nothing to whoever tries again, with the latest of each: codes of ours that
   * are final, and answers without a code.
   */
  List<String> forGood() {
    return counts().entrySet().stream()
        .filter(each -> latest.containsKey(each.getKey()))
        .filter(each -> ours(each.getKey()).noneMatch(ErrorCode::retryable))
        .map(
            each ->
                each.getValue() + " times " + each.getKey() + ", last " + latest.get(each.getKey()))
        .toList();
  }

  private static java.util.stream.Stream<ErrorCode> ours(String code) {
    return Arrays.stream(ErrorCode.values()).filter(each -> each.wireName().equals(code));
  }

  private static String code(Json.Answer answer) {
    try {
      JsonObject problem = answer.json();
      return problem.getString("code", "status-" + answer.status());
    } catch (RuntimeException noJson) {
      return "status-" + answer.status();
    }
  }
}
