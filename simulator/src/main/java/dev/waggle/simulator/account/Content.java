package dev.waggle.simulator.account;

import io.vertx.core.json.JsonObject;
import java.util.Set;

/**
 * What a message says. All but {@code chat} are media: the bytes lie at {@code directPath}.
 *
 * @param type {@code chat}, {@code image}, {@code video}, {@code audio}, {@code ptt}, {@code
 *     document} or {@code sticker}
 * @param body the text; of media whatever the sender put there
 * @param caption text under a medium, or null
 * @param mimetype of a medium, else null
 * @param filename of a medium, or null
 * @param directPath path of the bytes on this server, else null
 * @param size of the medium in bytes, 0 for a text
 */
public record Content(
    String type,
    String body,
    String caption,
    String mimetype,
    String filename,
    String directPath,
    long size) {

  private static final Set<String> MEDIA =
      Set.of("image", "video", "audio", "ptt", "document", "sticker");

  /** A text message. */
  public static Content text(String text) {
    return new Content("chat", text, null, null, null, null, 0);
  }

  /**
   * Reads it from a frame's {@code msg}.
   *
   * @throws Refusal 400 when it is incomplete or of a type that the stand-in does not carry
   */
  public static Content of(JsonObject msg) {
    String type = Fields.text(msg, "type", "chat");
    boolean media = MEDIA.contains(type);
    if (!media && !type.equals("chat")) {
      throw new Refusal(400, "Messages of the type '" + type + "' are not carried here.");
    }
    return new Content(
        type,
        media ? Fields.text(msg, "body", "") : Fields.text(msg, "body"),
        Fields.text(msg, "caption", null),
        Fields.text(msg, "mimetype", null),
        Fields.text(msg, "filename", null),
        media ? Fields.text(msg, "directPath") : null,
        Fields.number(msg, "size", 0));
  }

  /**
   * A medium's type as it was asked for.
   *
   * @throws Refusal 400 when the stand-in carries no such media
   */
  public static String mediaType(String type) {
    if (!MEDIA.contains(type)) {
      throw new Refusal(400, "Media of the type '" + type + "' are not carried here.");
    }
    return type;
  }

  /** The message type that fits a MIME type. */
  public static String typeFor(String mimetype) {
    String family = mimetype.replaceFirst("/.*", "");
    return Set.of("image", "video", "audio").contains(family) ? family : "document";
  }

  /** Its fields, without those that are null. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject().put("type", type).put("body", body);
    putPresent(json, "caption", caption);
    putPresent(json, "mimetype", mimetype);
    putPresent(json, "filename", filename);
    if (directPath != null) {
      json.put("directPath", directPath).put("size", size);
    }
    return json;
  }

  private static void putPresent(JsonObject json, String name, String value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
