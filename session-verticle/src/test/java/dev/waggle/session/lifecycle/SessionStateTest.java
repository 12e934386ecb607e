package dev.waggle.session.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waggle.contract.SessionStatus;
import dev.waggle.session.lifecycle.SessionState.Ended;
import dev.waggle.session.lifecycle.SessionState.Reopening;
import dev.waggle.session.lifecycle.SessionState.Starting;
import dev.waggle.session.lifecycle.SessionState.Working;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionStateTest {

  @Test
  void shouldWalkFromStartingToWorking() {
    assertThat(new Starting(0).scanning().authenticated().working().status())
        .isEqualTo(SessionStatus.WORKING);
  }

  @Test
  void shouldStayStartingWhileTheFirstBrowserIsReplaced() {
    assertThat(new Starting(0).withNewBrowser(1)).isEqualTo(new Starting(1));
  }

  @Test
  void shouldReconnectWithANewBrowserOnceItHasWorked() {
    assertThat(new Working().withNewBrowser(1)).isEqualTo(new Reopening(1));
    assertThat(new Working().offline().withNewBrowser(2).status())
        .isEqualTo(SessionStatus.RECONNECTING);
  }

  @ParameterizedTest
  @EnumSource(SessionStatus.class)
  void shouldEndOnlyInAStateInWhichNothingRuns(SessionStatus status) {
    if (status.isRunning()) {
      assertThatThrownBy(() -> new Ended(status)).isInstanceOf(IllegalArgumentException.class);
    } else {
      assertThat(new Working().ended(status).status()).isEqualTo(status);
    }
  }
}
