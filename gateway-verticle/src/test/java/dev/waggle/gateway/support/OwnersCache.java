package dev.waggle.gateway.support;

import dev.waggle.contract.CachedQr;
import dev.waggle.contract.CachedStatus;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionCache;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.Wire;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.AsyncMap;
import java.time.Instant;

/** The cluster's cache, written as an owner writes it. */
public record OwnersCache(Vertx vertx) {

  public void put(SessionName session, SessionStatus status, int attempts) {
    CachedStatus cached =
        new CachedStatus(status, 1, "As written.", attempts, Instant.parse("2026-03-01T10:00:00Z"));
    write(SessionCache.statusKey(session), Wire.write(cached).encode());
  }

  public void put(SessionName session, QrCode qr) {
    write(SessionCache.qrKey(session), Wire.write(new CachedQr(qr, 1)).encode());
  }

  /** Something that is no status. */
  public void spoil(SessionName session) {
    write(SessionCache.statusKey(session), "{");
  }

  public void clear() {
    Await.result(map().clear());
  }

  private void write(String key, String text) {
    Await.result(map().put(key, text));
  }

  private AsyncMap<String, String> map() {
    return Await.result(vertx.sharedData().getAsyncMap(SessionCache.MAP));
  }
}
