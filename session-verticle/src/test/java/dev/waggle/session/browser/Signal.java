package dev.waggle.session.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Signals to processes, for which Java has no method. */
final class Signal {

  private Signal() {}

  /** Sends one, such as STOP; returns when it is sent. */
  static void send(String name, ProcessHandle process) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor(OpenPage.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }
}
