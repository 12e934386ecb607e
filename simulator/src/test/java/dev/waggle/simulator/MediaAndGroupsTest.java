package dev.waggle.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaAndGroupsTest extends SimulatorTest {

  @Test
  void shouldCarryMediaFromADeviceToAPhone() throws Exception {
    TestPage ana = online(ANA);
    byte[] bytes = "a document".getBytes(StandardCharsets.UTF_8);
    String path =
        new JsonObject(phones.call("POST", "/mms/upload", bytes).body()).getString("directPath");

    JsonObject msg =
        new JsonObject()
            .put("id", "M1")
            .put("to", BEN + "@c.us")
            .put("type", "document")
            .put("mimetype", "text/plain")
            .put("filename", "note.txt")
            .put("caption", "read this")
            .put("directPath", path)
            .put("size", bytes.length);
    ana.ask(new JsonObject().put("type", "send").put("msg", msg));

    JsonObject got = phones.lastMessage(BEN);
    assertThat(got.getString("caption")).isEqualTo("read this");
    assertThat(got.getString("filename")).isEqualTo("note.txt");
    assertThat(phones.call("GET", got.getString("directPath"), null).body())
        .isEqualTo("a document");
  }

  @ParameterizedTest
  @CsvSource({"image/png, banana", "image, image", "'image/png\r\nX: y', image"})
  void shouldRefuseMediaThatNobodyCouldShow(String mimetype, String type) throws Exception {
    JsonObject media =
        new JsonObject().put("mimetype", mimetype).put("type", type).put("data", "AQID");

    HttpResponse<String> answer =
        phones.tryPost(
            "/phones/" + BEN + "/messages", new JsonObject().put("to", ANA).put("media", media));

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void shouldCarryMediaFromAPhoneToADevice() throws Exception {
    TestPage ana = online(ANA);
    JsonObject media =
        new JsonObject()
            .put("mimetype", "image/png")
            .put("filename", "bee.png")
            .put("data", TestIdentity.base64(new byte[] {1, 2, 3}));

    phones.post(
        "/phones/" + BEN + "/messages",
        new JsonObject().put("to", ANA).put("media", media).put("caption", "a bee"));

    JsonObject msg = ana.receive();
    assertThat(msg.getString("type")).isEqualTo("image");
    assertThat(msg.getString("caption")).isEqualTo("a bee");
    assertThat(msg.getInteger("size")).isEqualTo(3);
    HttpResponse<String> bytes = phones.call("GET", msg.getString("directPath"), null);
    assertThat(bytes.headers().firstValue("content-type")).contains("image/png");
  }

  @Test
  void shouldCarryAGroupMessageToEveryMember() throws Exception {
    phones.create("5511900000003", "Cleo");
    JsonObject group =
        phones.post(
            "/groups",
            new JsonObject()
                .put("subject", "Hive")
                .put("participants", new JsonArray().add(ANA).add(BEN).add("5511900000003")));
    TestPage ana = online(ANA);
    TestPage ben = online(BEN);

    ana.send("M1", group.getString("id"), "all of you");

    JsonObject msg = ben.receive();
    assertThat(msg.getString("from")).isEqualTo(group.getString("id"));
    assertThat(msg.getString("participant")).isEqualTo(ANA + "@c.us");
    assertThat(phones.lastMessage("5511900000003").getString("body")).isEqualTo("all of you");
    assertThat(ana.next("receipt").getString("participant")).isEqualTo(BEN + "@c.us");
    assertThat(phones.lastMessage(ANA).getInteger("ack")).isEqualTo(2);
  }

  @Test
  void shouldAnnounceACall() throws Exception {
    TestPage ana = online(ANA);

    phones.post("/phones/" + ANA + "/calls", new JsonObject().put("from", BEN).put("video", true));

    JsonObject call = ana.next("call").getJsonObject("call");
    assertThat(call.getString("from")).isEqualTo(BEN + "@c.us");
    assertThat(call.getBoolean("video")).isTrue();
  }
}
