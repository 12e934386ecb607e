package dev.waggle.chaos.standin;

import dev.waggle.chaos.client.Json;
import dev.waggle.chaos.client.Secrets;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** A virtual phone of the stand-in, held by its number. */
public final class Phone {

  private final Json standIn;
  private final String number;

  private Phone(Json standIn, String number) {
    this.standIn = standIn;
    this.number = number;
  }

  /** Makes a phone at the stand-in. */
  public static Phone create(String standInUrl, String number, String name) {
    Secrets.add(number);
    Json standIn = new Json(standInUrl, Map.of());
    standIn.post("/phones", new JsonObject().put("number", number).put("name", name)).ok();
    return new Phone(standIn, number);
  }

  public String number() {
    return number;
  }

  /** The account's id on WhatsApp. */
  public String id() {
    return number + "@c.us";
  }

  /** Points the camera at a picture. */
  public Json.Answer scan(byte[] png) {
    return standIn.send("POST", path("/scan"), png, "Content-Type", "image/png");
  }

  /** The same with the text that another reader found in the picture. */
  public Json.Answer scan(String code) {
    return standIn.post(path("/scan"), new JsonObject().put("code", code));
  }

  /** Types the code under "Link with phone number". */
  public void pair(String code) {
    Secrets.add(code);
    standIn.post(path("/pair"), new JsonObject().put("code", code)).ok();
  }

  /** Writes to another account. */
  public void write(String toNumber, String text) {
    JsonObject body = new JsonObject().put("to", toNumber).put("text", text);
    standIn.post(path("/messages"), body).ok();
  }

  /** Everything in its chats, oldest first. */
  public List<JsonObject> messages() {
    JsonArray all = standIn.get(path("/messages")).ok().array();
    return all.stream().map(JsonObject.class::cast).toList();
  }

  /** The texts of {@link #messages}. */
  public List<String> texts() {
    return messages().stream().map(message -> message.getString("body")).toList();
  }

  /** Reads everything, which gives the senders ack 3. */
  public void read() {
    standIn.post(path("/read"), new JsonObject()).ok();
  }

  /** Removes every linked device. */
  public void unlink() {
    standIn.post(path("/unlink"), new JsonObject()).ok();
  }

  public JsonArray devices() {
    return standIn.get(path("/devices")).ok().array();
  }

  private String path(String rest) {
    return "/phones/" + number + rest;
  }
}
