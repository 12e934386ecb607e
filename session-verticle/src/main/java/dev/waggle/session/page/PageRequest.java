package dev.waggle.session.page;

import dev.waggle.contract.SessionName;
import java.nio.file.Path;

/**
 * Which page to open.
 *
 * @param profile Chromium's user-data-dir, which the caller has locked for itself
 * @param generation the owner's number, for logs and for the page's own books
 */
public record PageRequest(SessionName session, Path profile, long generation) {}
