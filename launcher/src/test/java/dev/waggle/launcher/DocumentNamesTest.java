package dev.waggle.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DocumentNamesTest {

  private static final Map<String, String> DOCUMENTS =
      Map.of(
          "WHATSAPP_WEB_PORT", "3333",
          "WHATSAPP_CLIENT_ID", "crm-whatsapp-session",
          "WHATSAPP_SESSION_PATH", ".wwebjs_auth",
          "PUPPETEER_EXECUTABLE_PATH", "/opt/chromium");

  @AfterEach
  void forget() {
    System.clearProperty("WAGGLE_LOG_LEVEL");
  }

  @Test
  void shouldTakeTheDocumentsNames() {
    WaggleSettings settings = new SettingsOptions().read(DOCUMENTS);

    assertThat(settings.gateway().port()).isEqualTo(3333);
    assertThat(settings.gateway().defaultSession()).isEqualTo("crm-whatsapp-session");
    assertThat(settings.session().data()).isEqualTo(Path.of(".wwebjs_auth"));
    assertThat(settings.session().browser().executable()).isEqualTo(Path.of("/opt/chromium"));
  }

  @Test
  void shouldPreferWagglesOwnNames() {
    Map<String, String> both = new HashMap<>(DOCUMENTS);
    both.put("WAGGLE_GATEWAY_PORT", "8081");

    assertThat(new SettingsOptions().read(both).gateway().port()).isEqualTo(8081);
  }

  @Test
  void shouldLogInDetailWhenTheDocumentsVariableSaysSo() {
    DocumentNames.applyLogLevel(Map.of("DEBUG_PAYU", "1"));

    assertThat(System.getProperty("WAGGLE_LOG_LEVEL")).isEqualTo("DEBUG");
  }

  @Test
  void shouldLeaveTheLevelAloneWhenItIsSetOrNotAskedFor() {
    DocumentNames.applyLogLevel(Map.of("DEBUG_PAYU", "0"));
    DocumentNames.applyLogLevel(Map.of("DEBUG_PAYU", "1", "WAGGLE_LOG_LEVEL", "WARN"));

    assertThat(System.getProperty("WAGGLE_LOG_LEVEL")).isNull();
  }
}
