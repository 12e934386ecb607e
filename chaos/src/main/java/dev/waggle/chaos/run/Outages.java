package dev.waggle.chaos.run;

import dev.waggle.chaos.blow.BlowKind;
import dev.waggle.chaos.client.Json;
import dev.waggle.chaos.client.SessionApi;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long sessions were away, as their histories tell. A drained node gives its sessions up one
 * after the other, so that each is away for less time than the drain takes.
 */
final class Outages {

  private static final String WORKING = "WORKING";

  private final SessionApi api;

  Outages(SessionApi api) {
    this.api = api;
  }

  /** Of all hits of one kind. */
  List<Duration> of(BlowKind kind, List<Round> rounds) {
    return rounds.stream()
        .flatMap(round -> round.hits().stream())
        .filter(hit -> hit.kind() == kind)
        .flatMap(hit -> of(hit).stream())
        .toList();
  }

  /** From the session's first move away from WORKING after the blow until it was back there. */
  private Optional<Duration> of(Hit hit) {
    List<JsonObject> moves = movesAfter(hit);
    Optional<Instant> away = first(moves, "from", Instant.MIN);
    return away.flatMap(gone -> first(moves, "to", gone).map(back -> Duration.between(gone, back)));
  }

  /**
   * None where nobody answers: a cluster in trouble is judged by the checks, not by this figure.
   */
  private List<JsonObject> movesAfter(Hit hit) {
    Json.Answer answer = api.http().get("/api/sessions/" + hit.session() + "/history");
    if (answer.status() != 200) {
      return List.of();
    }
    return answer.array().stream()
        .map(JsonObject.class::cast)
        .filter(move -> move.getInstant("at").isAfter(hit.struck()))
        .sorted(Comparator.comparing(move -> move.getInstant("at")))
        .toList();
  }

  private static Optional<Instant> first(List<JsonObject> moves, String side, Instant after) {
    return moves.stream()
        .filter(move -> WORKING.equals(move.getString(side)))
        .map(move -> move.getInstant("at"))
        .filter(at -> at.isAfter(after))
        .findFirst();
  }
}
