package dev.waggle.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waggle.launcher.ClusterSettings.Mode;
import dev.waggle.settings.InvalidSettingsException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterSettingsTest {

  private static ClusterSettings with(Mode mode, List<String> members) {
    return new ClusterSettings(
        mode, "bees", "127.0.0.1", 5701, 4, members, 0, null, ClusterTlsSettings.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "AUTO,BOTH,false",
    "AUTO,GATEWAY,true",
    "AUTO,SESSION,true",
    "ON,BOTH,true",
    "OFF,SESSION,false"
  })
  void shouldJoinWhenTheRoleNeedsOthers(Mode mode, Role role, boolean joins) {
    assertThat(with(mode, List.of()).isOnFor(role)).isEqualTo(joins);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.1", "10.0.0.1:5701", "bee.example.org:1", "[::1]:5701", "[fe80::1]"})
  void shouldTakeAddressesOfMembers(String member) {
    assertThat(with(Mode.ON, List.of(member)).members()).containsExactly(member);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "host:port", "::1", "http://host:5701"})
  void shouldRefuseWhatIsNoAddress(String member) {
    assertThatThrownBy(() -> with(Mode.ON, List.of(member)))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("host:port");
  }
}
