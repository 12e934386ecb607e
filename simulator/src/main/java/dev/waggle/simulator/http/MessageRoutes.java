package dev.waggle.simulator.http;

import dev.waggle.simulator.account.Account;
import dev.waggle.simulator.account.Content;
import dev.waggle.simulator.account.Directory;
import dev.waggle.simulator.account.Fields;
import dev.waggle.simulator.account.Message;
import dev.waggle.simulator.account.Refusal;
import dev.waggle.simulator.account.Wid;
import dev.waggle.simulator.chat.Phones;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Base64;
import java.util.Collection;
import java.util.regex.Pattern;

/** What a phone writes, gets, reads and plays. */
public final class MessageRoutes {

  /** It comes back as a header, so nothing but visible ASCII and spaces may follow its name. */
  private static final Pattern MIME_TYPE = Pattern.compile("[!-.0-:<-~]+/[!-.0-:<-~]+(?:;[ -~]*)?");

  private final Directory directory;
  private final Phones phones;
  private final MediaStore media;

  /** Serves the phones of one directory. */
  public MessageRoutes(Directory directory, Phones phones, MediaStore media) {
    this.directory = directory;
    this.phones = phones;
    this.media = media;
  }

  /** Adds the routes. */
  public void mount(Router router) {
    router.get("/phones/:number/messages").handler(Answers.array(this::list));
    router.post("/phones/:number/messages").handler(Answers.object(201, this::write));
    router
        .post("/phones/:number/read")
        .handler(Answers.object(200, ctx -> acknowledge(ctx, "read", Message.READ)));
    router
        .post("/phones/:number/played")
        .handler(Answers.object(200, ctx -> acknowledge(ctx, "played", Message.PLAYED)));
  }

  private JsonArray list(RoutingContext ctx) {
    Account account = PhoneView.account(ctx, directory);
    String with = ctx.request().getParam("with");
    Wid chat = with == null ? null : directory.resolve(Wid.parse(with));
    Collection<Message> waiting = account.waiting();
    JsonArray list = new JsonArray();
    account.messages().stream()
        .filter(message -> !waiting.contains(message))
        .filter(one -> chat == null || chat.equals(one.envelope().chatFor(account.number())))
        .forEach(message -> list.add(PhoneView.message(account, message)));
    return list;
  }

  private JsonObject write(RoutingContext ctx) {
    Account account = PhoneView.account(ctx, directory);
    JsonObject body = Answers.body(ctx);
    if (body.containsKey("to") == body.containsKey("from")) {
      throw new Refusal(400, "Give either 'to' (this phone writes) or 'from' (it is written to).");
    }
    Content content = content(body);
    boolean own = body.containsKey("to");
    Account sender = own ? account : directory.findOrCreate(Wid.number(Fields.text(body, "from")));
    Wid to = own ? Wid.parse(Fields.text(body, "to")) : account.wid();
    return PhoneView.message(sender, phones.write(sender, to, content));
  }

  private Content content(JsonObject body) {
    if (!body.containsKey("media")) {
      return Content.text(Fields.text(body, "text"));
    }
    JsonObject medium = Fields.object(body, "media");
    String mimetype = mimetype(medium);
    String type = Content.mediaType(Fields.text(medium, "type", Content.typeFor(mimetype)));
    Buffer bytes = Buffer.buffer(decode(Fields.text(medium, "data")));
    return new Content(
        type,
        "",
        Fields.text(body, "caption", null),
        mimetype,
        Fields.text(medium, "filename", null),
        media.put(mimetype, bytes),
        bytes.length());
  }

  private static String mimetype(JsonObject medium) {
    String mimetype = Fields.text(medium, "mimetype");
    if (!MIME_TYPE.matcher(mimetype).matches()) {
      throw new Refusal(400, "The field 'mimetype' must be a media type such as image/png.");
    }
    return mimetype;
  }

  private static byte[] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, "The field 'data' must be base64.");
    }
  }

  private JsonObject acknowledge(RoutingContext ctx, String verb, int ack) {
    Account account = PhoneView.account(ctx, directory);
    JsonObject body = Answers.body(ctx);
    String from = Fields.text(body, "from", null);
    Wid chat = from == null ? null : directory.resolve(Wid.parse(from));
    return new JsonObject()
        .put(verb, phones.acknowledge(account, Fields.texts(body, "ids"), chat, ack));
  }
}
