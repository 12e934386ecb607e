package dev.waggle.gateway.pages;

import dev.waggle.gateway.support.Await;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a browser and a gateway, and loses their connections on request. */
final class LossyProxy implements AutoCloseable {

  private final NetClient client;
  private final NetServer server;
  private final int target;
  private final Set<NetSocket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean down;

  LossyProxy(Vertx vertx, int target) {
    this.target = target;
    this.client = vertx.createNetClient();
    this.server = vertx.createNetServer().connectHandler(this::connect);
    Await.result(server.listen(0, "127.0.0.1"));
  }

  String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  /** Loses every connection and takes no new one. */
  void goDown() {
    down = true;
    open.forEach(NetSocket::close);
  }

  void comeBack() {
    down = false;
  }

  private void connect(NetSocket browser) {
    if (down) {
      browser.close();
      return;
    }
    browser.pause();
    client
        .connect(target, "127.0.0.1")
        .onSuccess(gateway -> join(browser, gateway))
        .onFailure(lost -> browser.close());
  }

  private void join(NetSocket browser, NetSocket gateway) {
    open.add(browser);
    browser.closeHandler(gone -> open.remove(browser));
    browser.pipeTo(gateway).onComplete(over -> gateway.close());
    gateway.pipeTo(browser).onComplete(over -> browser.close());
    browser.resume();
  }

  @Override
  public void close() {
    server.close();
    client.close();
  }
}
