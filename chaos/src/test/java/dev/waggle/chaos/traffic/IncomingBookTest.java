package dev.waggle.chaos.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IncomingBookTest {

  private static final String TEXT = "in s01 1";

  private final IncomingBook book = new IncomingBook();

  @Test
  void shouldNoteEveryTimeThatAMessageIsHeard() {
    book.written("s01", TEXT);
    assertThat(book.isComplete()).isFalse();

    book.heard(event("s01", "message"));
    book.heard(event("s01", "message"));

    assertThat(book.isComplete()).isTrue();
    assertThat(written()).singleElement().satisfies(each -> assertThat(each.hearings()).hasSize(2));
  }

  @Test
  void shouldNotTakeAnEventOfAnotherSessionOrKindForTheMessage() {
    book.written("s01", TEXT);

    book.heard(event("s02", "message"));
    book.heard(event("s01", "message-sent"));

    assertThat(written()).singleElement().satisfies(each -> assertThat(each.isHeard()).isFalse());
  }

  @Test
  void shouldNotMissWhatTheStandInNeverTookOn() {
    book.written("s01", TEXT);

    assertThat(book.all(Set.of())).isEmpty();
  }

  private List<Incoming> written() {
    return book.all(Set.of(TEXT));
  }

  private static JsonObject event(String session, String type) {
    return new JsonObject()
        .put("id", "01J")
        .put("type", type)
        .put("session", session)
        .put("node", "node")
        .put("generation", 1L)
        .put("data", new JsonObject().put("body", TEXT));
  }
}
