package dev.waggle.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waggle.chaos.process.WaggleJvm;
import dev.waggle.chaos.standin.Phone;
import dev.waggle.chaos.standin.StandIn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The address that production uses, answered by the stand-in over TLS. */
class RealOriginTest {

  @TempDir Path folder;

  @Test
  void shouldDriveThePageAtTheAddressOfTheLiveOne() {
    try (StandIn standIn = StandIn.start();
        WaggleJvm node = WaggleJvm.start(folder, "node", "both", settings(standIn))) {
      Phone phone = standIn.phone("Ana");
      Phone friend = standIn.phone("Bia");

      node.api().link("live", phone);
      node.api().sendText("live", friend.number(), "over TLS").ok();

      await().atMost(Duration.ofSeconds(60)).until(friend::texts, List.of("over TLS")::equals);
      assertThat(node.api().session("live").getJsonObject("me").getString("id"))
          .isEqualTo(phone.id());
    }
  }

  /** The default address stays; only the browser is told where to find it. */
  private static List<String> settings(StandIn standIn) {
    return List.of(
        "session.browser.extra-args=--host-resolver-rules=MAP web.whatsapp.com 127.0.0.1:"
            + standIn.httpsPort()
            + ",--ignore-certificate-errors");
  }
}
