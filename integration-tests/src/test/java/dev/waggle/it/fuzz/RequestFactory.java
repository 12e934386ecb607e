package dev.waggle.it.fuzz;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes the requests of a run: each from the seed and its number alone. */
final class RequestFactory {

  /** Sessions that orders are given to; few, so that few browsers run. */
  private static final List<String> ORDERED = List.of("ordered-1", "ordered-2", "ordered-3");

  /**
   * Sessions that are read; a session that is given orders may be without an owner for a moment,
   * which is a 503 by design.
   */
  private static final List<String> READ =
      List.of("linked", "linked", "scanning", "stopped", "nobody");

  private static final int RIGHT_PERCENT = 35;
  private static final int RIGHT_PERCENT_OF_ORDERS = 4;

  private final List<FuzzedOperation> weighted = new ArrayList<>();
  private final RightValues forOrders;
  private final RightValues forOthers;
  private final Spoiling spoiling;
  private final String key;
  private final long seed;

  /**
   * A factory.
   *
   * @param chats who may be written to
   */
  RequestFactory(JsonObject document, String key, List<String> chats, long seed) {
    Schemas schemas = new Schemas(document);
    FuzzedOperation.of(schemas).forEach(operation -> add(operation, weightOf(operation)));
    this.forOrders = values(schemas, ORDERED, chats);
    this.forOthers = values(schemas, READ, chats);
    this.spoiling = new Spoiling();
    this.key = key;
    this.seed = seed;
  }

  List<String> operationIds() {
    return weighted.stream().map(FuzzedOperation::id).distinct().toList();
  }

  RawRequest make(int number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003L + number);
    FuzzedOperation operation = weighted.get(random.nextInt(weighted.size()));
    Right right = right(operation, random);
    int percent = operation.isControl() ? RIGHT_PERCENT_OF_ORDERS : RIGHT_PERCENT;
    boolean spoil = random.nextInt(100) >= percent;
    String kind = spoil ? spoiling.apply(operation, right.draft(), right.body(), random) : "right";
    Draft draft = right.draft();
    return new RawRequest(
        number, operation.id(), kind, draft.method, Buffer.buffer(draft.toBytes()), draft.cutOff);
  }

  /** A right request, and its body before it became text. */
  private record Right(Draft draft, JsonObject body) {}

  private Right right(FuzzedOperation operation, SplittableRandom random) {
    RightValues values = operation.isControl() ? forOrders : forOthers;
    Draft draft = new Draft();
    draft.method = operation.method();
    draft.path = operation.path();
    for (JsonObject parameter : operation.parametersIn("path")) {
      String value = values.of(parameter.getJsonObject("schema"), random).toString();
      draft.path = draft.path.replace("{" + parameter.getString("name") + "}", encoded(value));
    }
    for (JsonObject parameter : operation.parametersIn("query")) {
      if (parameter.getBoolean("required", false) || random.nextBoolean()) {
        String value = values.of(parameter.getJsonObject("schema"), random).toString();
        draft.query += (draft.query.isEmpty() ? "?" : "&") + parameter.getString("name");
        draft.query += "=" + encoded(value);
      }
    }
    draft.headers.put("X-Api-Key", key);
    JsonObject body = new JsonObject();
    if (operation.body() != null) {
      body = (JsonObject) values.of(operation.body(), random);
      draft.headers.put("Content-Type", "application/json");
      draft.body = body.encode().getBytes(StandardCharsets.UTF_8);
    }
    return new Right(draft, body);
  }

  /** Orders without input are right every time, whatever is spoilt around them: a few will do. */
  private static int weightOf(FuzzedOperation operation) {
    if (!operation.takesInput()) {
      return operation.isControl() ? 1 : 3;
    }
    return operation.isControl() ? 6 : 9;
  }

  private void add(FuzzedOperation operation, int times) {
    for (int i = 0; i < times; i++) {
      weighted.add(operation);
    }
  }

  private static RightValues values(Schemas schemas, List<String> sessions, List<String> chats) {
    return new RightValues(
        schemas, Map.of("SessionName", sessions, "ChatId", chats, "Phone", chats));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
