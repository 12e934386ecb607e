package dev.waggle.chaos.run;

import dev.waggle.chaos.client.Json;
import dev.waggle.chaos.client.SessionApi;
import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
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

  private final List<SessionApi> gateways;

  Outages(List<SessionApi> gateways) {
    this.gateways = gateways;
  }

  /** Of all hits of one round that were drained; to be asked soon, as histories are short. */
  List<Outage> of(List<Hit> hits) {
    return hits.stream()
        .filter(hit -> hit.kind().isDrain())
        .flatMap(hit -> of(hit).stream())
        .toList();
  }

  /** From the session's first move away from WORKING after the blow until it was back there. */
  private Optional<Outage> of(Hit hit) {
    List<JsonObject> moves = movesAfter(hit);
    return first(moves, "from", Instant.MIN)
        .flatMap(gone -> first(moves, "to", gone).map(back -> Duration.between(gone, back)))
        .map(time -> new Outage(hit.kind(), time));
  }

  private List<JsonObject> movesAfter(Hit hit) {
    return gateways.stream()
        .flatMap(gateway -> history(gateway, hit.session()).stream())
        .findFirst()
        .map(
            answer ->
                answer.array().stream()
                    .map(JsonObject.class::cast)
                    .filter(move -> move.getInstant("at").isAfter(hit.struck()))
                    .sorted(Comparator.comparing(move -> move.getInstant("at")))
                    .toList())
        .orElse(List.of());
  }

  /**
   * Empty where nobody answers: a cluster in trouble is judged by the checks, not by this figure.
   */
  private static Optional<Json.Answer> history(SessionApi gateway, String session) {
    try {
      Json.Answer answer = gateway.http().get("/api/sessions/" + session + "/history?limit=100");
      return Optional.of(answer).filter(each -> each.status() == 200);
    } catch (UncheckedIOException silent) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> first(List<JsonObject> moves, String side, Instant after) {
    return moves.stream()
        .filter(move -> WORKING.equals(move.getString(side)))
        .map(move -> move.getInstant("at"))
        .filter(at -> at.isAfter(after))
        .findFirst();
  }
}
