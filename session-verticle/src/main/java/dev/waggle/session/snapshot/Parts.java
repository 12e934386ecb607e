package dev.waggle.session.snapshot;

import dev.waggle.session.snapshot.Manifest.FileEntry;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Files cut into parts that are named by their content, so that what did not change since the last
 * snapshot is not stored again. Not for sharing between threads.
 */
final class Parts {

  /** The size of every part but a file's last; it fits a row of any database. */
  static final int SIZE = 256 * 1024;

  private final SnapshotKeys keys;
  private final Map<String, Buffer> contents = new HashMap<>();

  Parts(SnapshotKeys keys) {
    this.keys = keys;
  }

  /** The parts by name, in the clear. */
  Map<String, Buffer> contents() {
    return contents;
  }

  /** Cuts a file. */
  FileEntry cut(String path, Buffer content) {
    List<String> names = new ArrayList<>();
    for (int start = 0; start < content.length(); start += SIZE) {
      Buffer part = content.slice(start, Math.min(start + SIZE, content.length()));
      String name = keys.nameOf(part.getBytes());
      contents.put(name, part);
      names.add(name);
    }
    return new FileEntry(path, content.length(), names);
  }

  /**
   * Puts files together again.
   *
   * @param contents the parts by name, in the clear
   * @throws IOException when a part is missing or a file is not as long as it should be
   */
  static List<ImageFile> assemble(List<FileEntry> files, Map<String, Buffer> contents)
      throws IOException {
    List<ImageFile> assembled = new ArrayList<>();
    for (FileEntry file : files) {
      Buffer content = Buffer.buffer();
      for (String name : file.parts()) {
        Buffer part = contents.get(name);
        if (part == null) {
          throw new IOException("A part of the snapshot is missing.");
        }
        content.appendBuffer(part);
      }
      if (content.length() != file.size()) {
        throw new IOException("A file of the snapshot is not as long as it should be.");
      }
      assembled.add(new ImageFile(file.path(), content));
    }
    return assembled;
  }
}
