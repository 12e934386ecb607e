package dev.waggle.session.page;

import dev.waggle.contract.SessionName;
import io.vertx.core.Future;
import java.nio.file.Path;

/**
 * Which page to open.
 *
 * @param profile Chromium's user-data-dir, which the caller has locked for itself
 * @param generation the owner's number, for logs and for the page's own books
 * @param lease told to the page, which leaves WhatsApp by itself when the lease has run out
 * @param calledOff completes when the page is not wanted any more; if it is still being opened
 *     then, that fails as soon as it can
 */
public record PageRequest(
    SessionName session, Path profile, long generation, OwnerLease lease, Future<Void> calledOff) {}
