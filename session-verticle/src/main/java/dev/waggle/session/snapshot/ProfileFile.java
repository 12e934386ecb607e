package dev.waggle.session.snapshot;

import java.time.Instant;

/**
 * A file of a profile as the file system lists it. LevelDB's tables never change, and its logs
 * grow; so a file that looks the same is the same.
 *
 * @param path below the profile, with {@code /}
 * @param size in bytes
 */
record ProfileFile(String path, long size, Instant modified) {}
