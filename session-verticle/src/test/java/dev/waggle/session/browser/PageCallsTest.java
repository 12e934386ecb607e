package dev.waggle.session.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageCallsTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final JsonObject VALUE = new JsonObject().put("answer", 42);

  private final Vertx vertx = Vertx.vertx();
  private final PageCalls calls = calls(true);

  @AfterAll
  void close() {
    OpenPage.result(vertx.close());
  }

  @Test
  void shouldBringTheAnswerOfTheSameNumber() {
    PageCalls fresh = calls(true);
    Future<JsonObject> first = fresh.call("one", new JsonObject(), LONG);
    Future<JsonObject> second = fresh.call("two", new JsonObject(), LONG);

    fresh.answered(new PageReport.Answer(2, VALUE, null, null));

    assertThat(second.result()).isEqualTo(VALUE);
    assertThat(first.isComplete()).isFalse();
  }

  @Test
  void shouldFailWhenNoAnswerComesInTime() {
    shouldFailWith(ErrorCode.TIMEOUT, calls.call("slow", new JsonObject(), Duration.ofMillis(20)));
  }

  @Test
  void shouldFailAtOnceWhenThePageHasNoEar() {
    shouldFailWith(ErrorCode.PAGE_UNREACHABLE, calls(false).call("probe", new JsonObject(), LONG));
  }

  @Test
  void shouldFailWhatTheOldDocumentWasAsked() {
    Future<JsonObject> call = calls.call("send", new JsonObject(), LONG);

    calls.failAll(PageErrors::reloaded);

    shouldFailWith(ErrorCode.PAGE_UNREACHABLE, call);
  }

  @Test
  void shouldDropAnAnswerThatComesTooLate() {
    Future<JsonObject> call = calls.call("send", new JsonObject(), LONG);
    calls.failAll(PageErrors::closed);

    calls.answered(new PageReport.Answer(1, VALUE, null, null));

    shouldFailWith(ErrorCode.BROWSER_CLOSED, call);
  }

  private static void shouldFailWith(ErrorCode code, Future<JsonObject> call) {
    assertThatThrownBy(() -> OpenPage.result(call))
        .isInstanceOfSatisfying(
            WaggleException.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }

  private PageCalls calls(boolean heard) {
    return new PageCalls(vertx, (id, command, arguments) -> Future.succeededFuture(heard));
  }
}
