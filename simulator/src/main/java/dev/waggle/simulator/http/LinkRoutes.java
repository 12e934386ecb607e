package dev.waggle.simulator.http;

import dev.waggle.simulator.account.Account;
import dev.waggle.simulator.account.Device;
import dev.waggle.simulator.account.Directory;
import dev.waggle.simulator.account.Fields;
import dev.waggle.simulator.account.Refusal;
import dev.waggle.simulator.chat.ChatServer;
import dev.waggle.simulator.chat.Phones;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** A phone's linked devices: scan, pair, list, unlink; and what is on offer to be scanned. */
public final class LinkRoutes {

  private final Vertx vertx;
  private final Directory directory;
  private final ChatServer chat;
  private final Phones phones;
  private final PhoneView view;

  /** Serves the phones of one directory. */
  public LinkRoutes(Vertx vertx, Directory directory, ChatServer chat, PhoneView view) {
    this.vertx = vertx;
    this.directory = directory;
    this.chat = chat;
    this.phones = chat.phones();
    this.view = view;
  }

  /** Adds the routes. */
  public void mount(Router router) {
    router.get("/offers").handler(Answers.object(200, ctx -> chat.offers()));
    router.post("/phones/:number/scan").handler(Answers.future(200, this::scan));
    router.post("/phones/:number/pair").handler(Answers.object(200, this::pair));
    router.get("/phones/:number/devices").handler(Answers.array(ctx -> view.devices(account(ctx))));
    router.post("/phones/:number/unlink").handler(Answers.object(200, this::unlink));
  }

  private Account account(RoutingContext ctx) {
    return PhoneView.account(ctx, directory);
  }

  private Future<JsonObject> scan(RoutingContext ctx) {
    Account account = account(ctx);
    return qrText(ctx).map(code -> view.device(phones.scan(account, code)));
  }

  private Future<String> qrText(RoutingContext ctx) {
    Buffer body = ctx.body().buffer();
    if (body == null || body.length() == 0) {
      throw new Refusal(400, "Send a picture of the QR, or {\"code\":\"2@…\"}.");
    }
    String type = ctx.request().getHeader("content-type");
    if (body.getByte(0) == '{' || (type != null && type.startsWith("application/json"))) {
      return Future.succeededFuture(Fields.text(Answers.body(ctx), "code"));
    }
    return vertx.executeBlocking(() -> QrReader.read(body.getBytes()), false);
  }

  private JsonObject pair(RoutingContext ctx) {
    return view.device(phones.pair(account(ctx), Fields.text(Answers.body(ctx), "code")));
  }

  private JsonObject unlink(RoutingContext ctx) {
    String wanted = Fields.text(Answers.body(ctx), "device", null);
    List<Device> devices =
        account(ctx).devices().stream()
            .filter(device -> wanted == null || wanted.equals(device.id()))
            .toList();
    if (wanted != null && devices.isEmpty()) {
      throw new Refusal(404, "The account has no such device; GET its devices first.");
    }
    devices.forEach(phones::unlink);
    return new JsonObject().put("unlinked", devices.size());
  }
}
