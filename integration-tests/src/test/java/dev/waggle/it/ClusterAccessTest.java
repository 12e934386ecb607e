package dev.waggle.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.chaos.client.Json;
import dev.waggle.chaos.process.WaggleJvm;
import dev.waggle.it.support.ClusterJvms;
import dev.waggle.it.support.OnSharedCluster;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation of the API document through both gateways, for somebody without a key and for
 * somebody whose key is for another session. The whole matrix runs on one gateway; this is to see
 * that a key means the same on all of them.
 */
@OnSharedCluster
class ClusterAccessTest {

  private static final Map<String, String> NOBODY = Map.of();

  private static List<WaggleJvm> gateways;
  private static Map<String, String> foreigner;
  private static JsonObject document;

  @BeforeAll
  static void makeAKey(ClusterJvms cluster) {
    gateways = List.of(cluster.first(), cluster.second());
    Json operator = cluster.first().api().http();
    document = operator.get("/openapi.json").ok().json();
    JsonObject order =
        JsonObject.of("name", "foreigner", "sessions", JsonArray.of("foreign"))
            .put("actions", JsonArray.of("read", "send", "control", "delete"));
    String key = operator.post("/api/keys", order).ok().json().getString("key");
    foreigner = Map.of("X-Api-Key", key);
  }

  @TestFactory
  Stream<DynamicTest> shouldAnswerNobodyWithoutAKey() {
    return closed().map(call -> call.test(NOBODY, 401));
  }

  /** What names no session is narrowed to the key's own instead; what needs an admin is refused. */
  @TestFactory
  Stream<DynamicTest> shouldRefuseAKeyOfAnotherSession() {
    return closed().filter(Call::isOfASession).map(call -> call.test(foreigner, 403));
  }

  private static Stream<Call> closed() {
    return document.getJsonObject("paths").stream()
        .flatMap(
            path ->
                ((JsonObject) path.getValue())
                    .stream()
                        .filter(entry -> entry.getValue() instanceof JsonObject)
                        .map(
                            entry ->
                                new Call(
                                    entry.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    (JsonObject) entry.getValue())))
        .filter(call -> call.operation().containsKey("x-waggle-action"));
  }

  /** One operation, asked for of the session "mine". */
  private record Call(String method, String path, JsonObject operation) {

    boolean isOfASession() {
      return path.contains("{session}")
          || "default".equals(operation.getString("x-waggle-session"))
          || "admin".equals(operation.getString("x-waggle-action"));
    }

    DynamicTest test(Map<String, String> headers, int status) {
      return DynamicTest.dynamicTest(
          method + " " + path,
          () ->
              assertThat(gateways)
                  .extracting(gateway -> answer(gateway, headers))
                  .containsOnly(status));
    }

    private int answer(WaggleJvm gateway, Map<String, String> headers) {
      String address = path.replace("{session}", "mine").replaceAll("\\{\\w+}", "0123456789abcdef");
      byte[] body = operation.containsKey("requestBody") ? body() : null;
      return new Json(gateway.url(), headers).send(method, address, body).status();
    }

    /** The document's own example, which is a right one. */
    private byte[] body() {
      return resolved(operation.getJsonObject("requestBody"))
          .getJsonObject("content")
          .getJsonObject("application/json")
          .getJsonObject("example")
          .encode()
          .getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject resolved(JsonObject body) {
      String reference = body.getString("$ref");
      return reference == null
          ? body
          : document
              .getJsonObject("components")
              .getJsonObject("requestBodies")
              .getJsonObject(reference.substring(reference.lastIndexOf('/') + 1));
    }
  }
}
