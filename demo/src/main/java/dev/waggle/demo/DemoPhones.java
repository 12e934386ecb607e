package dev.waggle.demo;

import dev.waggle.launcher.ExitCode;
import dev.waggle.launcher.StartException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Two people with phones, so that there is somebody to link and somebody to write to. */
final class DemoPhones {

  /** The one to link. */
  static final String LINKED = "5511900000001";

  /** The one to write to. */
  static final String FRIEND = "5511900000002";

  private static final Map<String, String> NAMES =
      new TreeMap<>(Map.of(LINKED, "Ana", FRIEND, "Bruno"));
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final URI phones;

  DemoPhones(String standIn) {
    this.phones = URI.create(standIn + "/phones");
  }

  /** Gives them their phones, unless there are some from an earlier run. */
  void create() throws InterruptedException {
    try {
      String list = send(request().GET().build());
      if (!list.contains("{")) {
        for (Map.Entry<String, String> person : NAMES.entrySet()) {
          send(request().POST(BodyPublishers.ofString(body(person))).build());
        }
      }
    } catch (IOException e) {
      throw new StartException(
          ExitCode.FAILED, "The stand-in does not answer: " + e.getMessage(), e);
    }
  }

  private static String body(Map.Entry<String, String> person) {
    return "{\"number\":\"" + person.getKey() + "\",\"name\":\"" + person.getValue() + "\"}";
  }

  private HttpRequest.Builder request() {
    return HttpRequest.newBuilder(phones).timeout(LIMIT).header("Content-Type", "application/json");
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    var response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IOException("HTTP " + response.statusCode());
    }
    return response.body();
  }
}
