package dev.waggle.session.page;

import dev.waggle.contract.SessionName;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Which page to open.
 *
 * @param profile Chromium's user-data-dir, which the caller has locked for itself
 * @param generation the owner's number, for logs and for the page's own books
 * @param lease told to the page, which leaves WhatsApp by itself when the lease has run out
 * @param calledOff completes when the page is not wanted any more; if it is still being opened
 *     then, that fails as soon as it can
 * @param passedOn asked on the page's context when an event was handled: done when all that was
 *     told until then has left this process, so that the page may acknowledge it to WhatsApp's
 *     server; done in the order of asking, never fails, and is never done for a page that was told
 *     to close
 */
public record PageRequest(
    SessionName session,
    Path profile,
    long generation,
    OwnerLease lease,
    Future<Void> calledOff,
    Supplier<Future<Void>> passedOn) {}
