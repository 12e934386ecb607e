package dev.waggle.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waggle.launcher.Role;
import dev.waggle.launcher.WaggleSettings;
import dev.waggle.settings.InvalidSettingsException;
import dev.waggle.settings.SettingsReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class DemoSettingsTest {

  private static final String STAND_IN = "http://127.0.0.1:3001";

  @Command
  private record Parsed(@Mixin DemoOptions options) {}

  private static DemoOptions options(String... args) {
    DemoOptions options = new DemoOptions();
    new CommandLine(new Parsed(options)).parseArgs(args);
    return options;
  }

  private static DemoSettings demo(String... args) {
    return new DemoSettings(options(args), "key", STAND_IN);
  }

  private static WaggleSettings thisNode(String... args) {
    return demo(args).ofThisNode(Map.of());
  }

  @Test
  void shouldRunEverythingInOneJvm() {
    WaggleSettings settings = thisNode("--data", "/srv/demo", "--port", "3100");

    assertThat(settings.role()).isEqualTo(Role.BOTH);
    assertThat(settings.isClustered()).isFalse();
    assertThat(settings.gateway().port()).isEqualTo(3100);
    assertThat(settings.gateway().apiKey()).isEqualTo("key");
    assertThat(settings.session().data()).isEqualTo(Path.of("/srv/demo"));
  }

  @Test
  void shouldDriveTheStandIn() {
    assertThat(thisNode().session().whatsapp().url()).isEqualTo(URI.create(STAND_IN + "/"));
  }

  @Test
  void shouldListenOnLoopbackWhateverTheEnvironmentSays() {
    WaggleSettings settings = demo().ofThisNode(Map.of("WAGGLE_GATEWAY_HOST", "0.0.0.0"));

    assertThat(settings.gateway().host()).isEqualTo("127.0.0.1");
  }

  @Test
  void shouldBeTheGatewayOfItsSessionNodes() {
    WaggleSettings settings = thisNode("--nodes", "2");

    assertThat(settings.role()).isEqualTo(Role.GATEWAY);
    assertThat(settings.isClustered()).isTrue();
  }

  @Test
  void shouldTellSessionNodesWhatTheyShareWithIt() {
    SettingsReader reader = new SettingsReader(Map.of());
    DemoSettings demo = demo("--nodes", "2", "--data", "/srv/demo");
    demo.ofSessionNodes().forEach((key, value) -> reader.option(key, value, "test"));

    WaggleSettings node = reader.read(WaggleSettings.DEFAULT);

    WaggleSettings gateway = demo.ofThisNode(Map.of());
    assertThat(node.role()).isEqualTo(Role.SESSION);
    assertThat(node.cluster()).isEqualTo(gateway.cluster());
    assertThat(node.session()).isEqualTo(gateway.session());
  }

  @Test
  void shouldNameEveryNumberThatCannotBeMeant() {
    DemoOptions options = options("--port", "65536", "--simulator-port", "-1", "--nodes", "-2");

    assertThatThrownBy(options::check)
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContainingAll("--port", "--simulator-port", "--nodes");
  }
}
