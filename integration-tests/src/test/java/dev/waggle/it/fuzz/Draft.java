package dev.waggle.it.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request while it is being written; nothing is checked or escaped. */
final class Draft {

  String method;
  String path;
  String query = "";
  byte[] body = new byte[0];

  /** Whether the connection ends before the announced body does. */
  boolean cutOff;

  /** Whether the body goes in chunks. */
  boolean chunked;

  final Map<String, String> headers = new LinkedHashMap<>();
  final List<String> moreLines = new ArrayList<>();

  byte[] toBytes() {
    StringBuilder head = new StringBuilder(method + " " + path + query + " HTTP/1.1\r\n");
    headers.put("Host", "127.0.0.1");
    headers.put("Connection", "close");
    if (chunked) {
      headers.put("Transfer-Encoding", "chunked");
    } else if (body.length > 0 || cutOff) {
      headers.put("Content-Length", String.valueOf(body.length + (cutOff ? 10 : 0)));
    }
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    moreLines.forEach(line -> head.append(line).append("\r\n"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    writeBody(bytes);
    return bytes.toByteArray();
  }

  private void writeBody(ByteArrayOutputStream bytes) {
    if (chunked && body.length > 0) {
      bytes.writeBytes(
          (Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
      bytes.writeBytes(body);
      bytes.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    } else {
      bytes.writeBytes(body);
    }
    if (chunked && !cutOff) {
      bytes.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    }
  }
}
