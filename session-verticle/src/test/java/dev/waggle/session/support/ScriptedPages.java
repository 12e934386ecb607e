package dev.waggle.session.support;

import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.page.OwnerLease;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.page.PageRequest;
import dev.waggle.session.page.WhatsAppPage;
import dev.waggle.session.page.WhatsAppPages;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Pages without browsers; the test takes each as it is opened and writes its story. */
public final class ScriptedPages implements WhatsAppPages {

  private static final long LIMIT_SECONDS = 30;

  private final List<ScriptedPage> opened = new CopyOnWriteArrayList<>();
  private final Set<SessionName> ahead = ConcurrentHashMap.newKeySet();
  private final Set<SessionName> takenAhead = ConcurrentHashMap.newKeySet();
  private final BlockingQueue<ScriptedPage> fresh = new LinkedBlockingQueue<>();
  private final Promise<Void> preparing = Promise.promise();
  private volatile Future<Void> prepared = Future.succeededFuture();
  private volatile WaggleException refusal;
  private volatile boolean connecting;

  /** Waits for the next page that was opened and not taken yet. */
  public ScriptedPage take() {
    try {
      ScriptedPage page = fresh.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
      if (page == null) {
        throw new AssertionError("No page was opened in " + LIMIT_SECONDS + " s");
      }
      return page;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Every page that is opened from now on is connected as soon as it is asked. */
  public void connectAll() {
    connecting = true;
  }

  /** Every page that was ever opened. */
  public List<ScriptedPage> opened() {
    return opened;
  }

  /** The sessions for which a browser waits that was started ahead. */
  public Set<SessionName> ahead() {
    return ahead;
  }

  /** The sessions that were opened in one. */
  public Set<SessionName> takenAhead() {
    return takenAhead;
  }

  @Override
  public Future<Void> startAhead(SessionName session, Path profile, OwnerLease lease) {
    ahead.add(session);
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> forgo(SessionName session) {
    ahead.remove(session);
    return Future.succeededFuture();
  }

  /** Opens no page from now on, for this reason; null opens them again. */
  public void refuse(WaggleException reason) {
    refusal = reason;
  }

  /** Takes so long to get ready. */
  public void prepareUntil(Future<Void> done) {
    prepared = done;
  }

  /** Completes when somebody has asked for the first time to get ready. */
  public Future<Void> preparing() {
    return preparing.future();
  }

  @Override
  public Future<Void> getReady() {
    preparing.tryComplete();
    return prepared;
  }

  @Override
  public Future<WhatsAppPage> open(PageRequest request, Handler<PageEvent> events) {
    if (refusal != null) {
      return Future.failedFuture(refusal);
    }
    ScriptedPage page = new ScriptedPage(request, events);
    if (ahead.remove(request.session())) {
      takenAhead.add(request.session());
    }
    if (connecting) {
      page.connectSilently();
    }
    opened.add(page);
    fresh.add(page);
    return Future.succeededFuture(page);
  }

  @Override
  public DriverVersions versions() {
    return new DriverVersions("4.6.0", "");
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }
}
