package dev.waggle.session.snapshot;

import io.vertx.core.buffer.Buffer;

/**
 * One file of a profile.
 *
 * @param path below the profile, with {@code /}
 */
record ImageFile(String path, Buffer content) {}
