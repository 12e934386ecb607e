package dev.waggle.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Codes are public API: none is used twice, and each comes back from the bus as it went in. */
class ErrorCodeTest {

  @Test
  void shouldUseEachBusCodeOnce() {
    assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::busCode)).doesNotHaveDuplicates();
  }

  @Test
  void shouldUseEachWireNameOnce() {
    assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::wireName))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void shouldTellTheCallersFaultsFromOurs(ErrorCode code) {
    assertThat(code.httpStatus() / 100).isEqualTo(code.busCode() / 1000);
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void shouldComeBackFromTheBus(ErrorCode code) {
    ReplyException failure =
        new ReplyException(ReplyFailure.RECIPIENT_FAILURE, code.busCode(), "Do this.");

    WaggleException read = WaggleException.of(failure);

    assertThat(read.code()).isEqualTo(code);
    assertThat(read).hasMessage("Do this.");
  }

  @Test
  void shouldExplainFailuresOfTheBusItself() {
    assertThat(codeOf(new ReplyException(ReplyFailure.NO_HANDLERS)))
        .isEqualTo(ErrorCode.NO_SESSION_NODE);
    assertThat(codeOf(new ReplyException(ReplyFailure.TIMEOUT))).isEqualTo(ErrorCode.TIMEOUT);
    assertThat(codeOf(new ReplyException(ReplyFailure.RECIPIENT_FAILURE, 1, "?")))
        .isEqualTo(ErrorCode.INTERNAL);
    assertThat(codeOf(new IllegalStateException("secret"))).isEqualTo(ErrorCode.INTERNAL);
  }

  @Test
  void shouldNotTellStrangersWhatWentWrongInside() {
    assertThat(WaggleException.of(new IllegalStateException("secret")).getMessage())
        .doesNotContain("secret");
  }

  private static ErrorCode codeOf(Throwable failure) {
    return WaggleException.of(failure).code();
  }
}
