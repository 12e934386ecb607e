package dev.waggle.simulator.http;

import dev.waggle.simulator.account.Account;
import dev.waggle.simulator.account.Directory;
import dev.waggle.simulator.account.Fields;
import dev.waggle.simulator.account.Group;
import dev.waggle.simulator.account.RandomIds;
import dev.waggle.simulator.account.Refusal;
import dev.waggle.simulator.account.Wid;
import dev.waggle.simulator.chat.Phones;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashSet;
import java.util.List;

/** Virtual phones themselves, and the groups they are in. */
public final class PhoneRoutes {

  private final Directory directory;
  private final Phones phones;
  private final PhoneView view;

  /** Serves the phones of one directory. */
  public PhoneRoutes(Directory directory, Phones phones, PhoneView view) {
    this.directory = directory;
    this.phones = phones;
    this.view = view;
  }

  /** Adds the routes. */
  public void mount(Router router) {
    router.get("/phones").handler(Answers.array(this::list));
    router.post("/phones").handler(Answers.object(201, this::put));
    router
        .get("/phones/:number")
        .handler(Answers.object(200, ctx -> view.phone(PhoneView.account(ctx, directory))));
    router.post("/phones/:number/calls").handler(Answers.object(201, this::call));
    router.get("/groups").handler(Answers.array(this::groups));
    router.post("/groups").handler(Answers.object(201, this::putGroup));
  }

  private JsonArray list(RoutingContext ctx) {
    JsonArray list = new JsonArray();
    directory.accounts().forEach(account -> list.add(view.phone(account)));
    return list;
  }

  private JsonObject put(RoutingContext ctx) {
    JsonObject body = Answers.body(ctx);
    String number = Wid.number(Fields.text(body, "number"));
    String name = Fields.text(body, "name", null);
    boolean offline = Fields.flag(body, "offline", false);
    Account account = directory.findOrCreate(number);
    if (name != null) {
      account.rename(name);
    }
    if (body.containsKey("offline")) {
      phones.setOffline(account, offline);
    }
    return view.phone(account);
  }

  private JsonObject call(RoutingContext ctx) {
    Account callee = PhoneView.account(ctx, directory);
    JsonObject body = Answers.body(ctx);
    Account caller = directory.findOrCreate(Wid.number(Fields.text(body, "from")));
    phones.call(caller, callee, Fields.flag(body, "video", false));
    return new JsonObject().put("from", caller.wid().toString());
  }

  private JsonArray groups(RoutingContext ctx) {
    JsonArray list = new JsonArray();
    directory.groups().forEach(group -> list.add(group.toJson()));
    return list;
  }

  private JsonObject putGroup(RoutingContext ctx) {
    JsonObject body = Answers.body(ctx);
    List<String> members =
        List.copyOf(
            new LinkedHashSet<>(
                Fields.texts(body, "participants").stream().map(Wid::number).toList()));
    if (members.size() < 2) {
      throw new Refusal(400, "A group has at least two participants, given as numbers.");
    }
    members.forEach(directory::account);
    String id = "120363" + RandomIds.digits(12);
    return directory.add(new Group(id, Fields.text(body, "subject"), members)).toJson();
  }
}
