package dev.waggle.it.fuzz;

import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes one thing wrong in a request that is right. */
final class Spoiling {

  private static final List<String> PATHS =
      List.of(
          "%2e%2e%2f", "%00", "%zz", "%", "%c0%ae", ";a=b", "//", "/../", "%F0%9F%90%9D", "a.b");

  private static final List<String> QUERIES =
      List.of(
          "?%zz=1", "?a=%", "?=", "?&&&", "?session=%00", "?phone=%F0%28", "?a[]=1&a[]=2", "?#");

  private static final List<String> TYPES =
      List.of(
          "text/plain",
          "application/xml",
          "multipart/form-data; boundary=x",
          "application/x-www-form-urlencoded",
          "application/json; charset=utf-16",
          "application/jsonx",
          "APPLICATION/JSON ;;;",
          "",
          "\u00e9");

  /** None that an operation has: another's right request would be an order that nobody meant. */
  private static final List<String> METHODS =
      List.of("PATCH", "HEAD", "OPTIONS", "TRACE", "BREW", "get");

  private static final List<String> KEYS =
      List.of("wrong", "x".repeat(3_000), "é", "null", "0", "Bearer ", "' OR 1=1");

  private static final List<String> LINES =
      List.of(
          "Accept: \u00e9/\u00e9;q=zzz",
          "Accept: " + "a/b,".repeat(500) + "a/b",
          "X-Request-Id: ${jndi:ldap://127.0.0.1/a}",
          "X-Http-Method-Override: DELETE",
          "Range: bytes=0-1,2-3,-",
          "If-None-Match: \"",
          "Cookie: " + "a=b; ".repeat(300),
          "Origin: https://elsewhere.example",
          "Origin: null",
          "Upgrade: websocket",
          "Expect: 100-continue",
          "Accept-Encoding: gzip, \u0001",
          "X-Long: " + "y".repeat(20_000),
          "Content-Encoding: gzip",
          "NoColonHere");

  @FunctionalInterface
  private interface Way {
    void spoil(Draft draft, JsonObject body, SplittableRandom random);
  }

  private record Named(String name, Way way) {}

  private static final List<Named> ALWAYS =
      List.of(
          new Named("key", (draft, body, random) -> key(draft, random)),
          new Named("no key", (draft, body, random) -> draft.headers.remove("X-Api-Key")),
          new Named("path", (draft, body, random) -> path(draft, random)),
          new Named("method", (draft, body, random) -> draft.method = any(METHODS, random)));

  /** These leave an order an order. */
  private static final List<Named> AROUND =
      List.of(
          new Named("header", (draft, body, random) -> draft.moreLines.add(any(LINES, random))),
          new Named("query", (draft, body, random) -> draft.query = any(QUERIES, random)),
          new Named("body where none is", Spoiling::body));

  private static final List<Named> OF_PATHS =
      List.of(
          new Named("path value", (draft, body, random) -> pathValue(draft, random)),
          new Named("path value", (draft, body, random) -> pathValue(draft, random)));

  private static final List<Named> OF_QUERIES =
      List.of(
          new Named("query value", (draft, body, random) -> queryValue(draft, random)),
          new Named("query missing", (draft, body, random) -> draft.query = ""),
          new Named("query twice", (draft, body, random) -> draft.query += twice(draft.query)));

  private static final List<Named> OF_BODIES =
      List.of(
          new Named("field", Spoiling::field),
          new Named("field", Spoiling::field),
          new Named("field", Spoiling::field),
          new Named("body", Spoiling::body),
          new Named("body", Spoiling::body),
          new Named("no body", (draft, body, random) -> draft.body = new byte[0]),
          new Named("content type", (draft, body, random) -> type(draft, random)),
          new Named("cut off", (draft, body, random) -> draft.cutOff = true),
          new Named("chunks", (draft, body, random) -> chunks(draft, body, random)));

  /**
   * Changes the draft.
   *
   * @return in what way
   */
  String apply(FuzzedOperation operation, Draft draft, JsonObject body, SplittableRandom random) {
    List<Named> ways = new ArrayList<>(ALWAYS);
    if (!operation.isControl()) {
      ways.addAll(AROUND);
    }
    if (!operation.parametersIn("path").isEmpty()) {
      ways.addAll(OF_PATHS);
    }
    if (!operation.parametersIn("query").isEmpty()) {
      ways.addAll(OF_QUERIES);
    }
    if (operation.body() != null) {
      ways.addAll(OF_BODIES);
    }
    Named chosen = any(ways, random);
    chosen.way().spoil(draft, body, random);
    return chosen.name();
  }

  private static void key(Draft draft, SplittableRandom random) {
    draft.headers.remove("X-Api-Key");
    String header = random.nextBoolean() ? "X-Api-Key" : "Authorization";
    draft.headers.put(header, any(KEYS, random));
  }

  private static void path(Draft draft, SplittableRandom random) {
    int at = 1 + random.nextInt(draft.path.length());
    draft.path = draft.path.substring(0, at) + any(PATHS, random) + draft.path.substring(at);
    if (random.nextInt(12) == 0) {
      draft.path += "/" + "p".repeat(6_000);
    }
  }

  private static void pathValue(Draft draft, SplittableRandom random) {
    String[] parts = draft.path.split("/", -1);
    int at = 1 + random.nextInt(parts.length - 1);
    String wrong = WrongValues.text(random);
    parts[at] = wrong.length() > 3_000 ? wrong.substring(0, 3_000) : encoded(wrong);
    draft.path = String.join("/", parts);
  }

  private static void queryValue(Draft draft, SplittableRandom random) {
    String wrong = WrongValues.text(random);
    String shortened = wrong.length() > 2_000 ? wrong.substring(0, 2_000) : wrong;
    int at = draft.query.lastIndexOf('=') + 1;
    draft.query = (at == 0 ? "?x=" : draft.query.substring(0, at)) + encoded(shortened);
  }

  private static String twice(String query) {
    return query.isEmpty() ? "?format=raw&format=image" : "&" + query.substring(1);
  }

  private static void field(Draft draft, JsonObject body, SplittableRandom random) {
    draft.body = WrongValues.spoil(body, random).encode().getBytes(StandardCharsets.UTF_8);
  }

  private static void body(Draft draft, JsonObject body, SplittableRandom random) {
    draft.body = WrongBodies.any(body, random);
    draft.headers.putIfAbsent("Content-Type", "application/json");
  }

  private static void type(Draft draft, SplittableRandom random) {
    if (random.nextInt(6) == 0) {
      draft.headers.remove("Content-Type");
    } else {
      draft.headers.put("Content-Type", any(TYPES, random));
    }
  }

  private static void chunks(Draft draft, JsonObject body, SplittableRandom random) {
    draft.chunked = true;
    if (random.nextBoolean()) {
      field(draft, body, random);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static <T> T any(List<T> choices, SplittableRandom random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
