package dev.waggle.chaos.scale;

import dev.waggle.contract.SessionInfo.Account;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.page.PageRequest;
import dev.waggle.session.page.WhatsAppPage;
import dev.waggle.session.page.WhatsAppPages;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;

/** Opens pages that are connected at once. */
final class MemoryPages implements WhatsAppPages {

  @Override
  public Future<WhatsAppPage> open(PageRequest request, Handler<PageEvent> events) {
    Context context = Vertx.currentContext();
    Account me = new Account(request.session() + "@c.us", "In memory");
    context.runOnContext(opened -> events.handle(new PageEvent.Ready(me)));
    return Future.succeededFuture(new MemoryPage());
  }

  @Override
  public DriverVersions versions() {
    return new DriverVersions("none", "");
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }
}
