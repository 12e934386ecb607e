package dev.waggle.simulator.http;

import dev.waggle.simulator.account.RandomIds;
import dev.waggle.simulator.account.Refusal;
import io.vertx.core.buffer.Buffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bytes of media, in memory only. The oldest make room when there are too many. */
public final class MediaStore {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int HANDLE_LENGTH = 24;
  private static final String FOLDER = "/mms/";

  /** Some bytes and their media type. */
  record Medium(String mimetype, Buffer bytes) {}

  private final long capacity;
  private final Map<String, Medium> media = new LinkedHashMap<>();
  private long held;

  /**
   * @param capacity bytes of all media together
   */
  public MediaStore(long capacity) {
    this.capacity = capacity;
  }

  /** Keeps bytes; returns the path under which they are found. */
  String put(String mimetype, Buffer bytes) {
    String handle = RandomIds.letters(ALPHABET, HANDLE_LENGTH);
    media.put(handle, new Medium(mimetype, bytes));
    held += bytes.length();
    Iterator<Medium> oldest = media.values().iterator();
    while (held > capacity && media.size() > 1) {
      held -= oldest.next().bytes().length();
      oldest.remove();
    }
    return FOLDER + handle;
  }

  /**
   * The medium of a handle.
   *
   * @throws Refusal 404 when it is unknown or had to make room
   */
  Medium get(String handle) {
    Medium medium = media.get(handle);
    if (medium == null) {
      throw new Refusal(404, "There is no such medium, or it had to make room for newer ones.");
    }
    return medium;
  }

  /** Forgets all media. */
  public void clear() {
    media.clear();
    held = 0;
  }
}
