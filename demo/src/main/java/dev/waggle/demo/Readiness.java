package dev.waggle.demo;

import dev.waggle.launcher.ExitCode;
import dev.waggle.launcher.StartException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/** Asks a gateway whether it is well, as a user's load balancer would. */
final class Readiness {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration ONE_REQUEST = Duration.ofSeconds(5);
  private static final long PAUSE_MS = 100;

  private Readiness() {}

  /**
   * Returns when {@code GET /health} answers 200.
   *
   * @throws StartException when it does not within a minute
   */
  static void await(String gateway) throws InterruptedException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(ONE_REQUEST).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gateway + "/health")).timeout(ONE_REQUEST).build();
    Instant deadline = Instant.now().plus(LIMIT);
    while (!isWell(client, request)) {
      if (Instant.now().isAfter(deadline)) {
        throw new StartException(
            ExitCode.FAILED, "The gateway did not become healthy within a minute; see the log.");
      }
      // Health is a question; nobody announces the answer.
      Thread.sleep(PAUSE_MS);
    }
  }

  private static boolean isWell(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
