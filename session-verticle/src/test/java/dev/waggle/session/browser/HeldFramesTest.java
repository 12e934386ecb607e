package dev.waggle.session.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waggle.session.page.PageEvent;
import dev.waggle.session.settings.BrowserSettings;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A page that sends all that a WebSocket takes while its owner has a message to pass on. */
class HeldFramesTest extends BrowserTest {

  private static final String PAGE =
      """
      <script>
        const socket = new WebSocket(location.href.replace('http', 'ws'));
        socket.onopen = () => {
          socket.send('before');
          const remote = '5511970000012@c.us';
          const id = { _serialized: `false_${remote}_A`, id: 'A', remote, fromMe: false };
          WPP.emit('chat.new_message', { id, from: remote, to: remote, type: 'chat', body: '' });
          const bytes = new Uint8Array([1, 2, 3, 4, 5]);
          socket.send(bytes.subarray(1, 4));
          socket.send(bytes.buffer);
          bytes.fill(9);
          socket.send('text');
          socket.send(new Blob(['blob']));
          socket.close(4000, 'done');
          socket.send('after');
        };
      </script>
      """;

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final Passing passing = new Passing();

  @Test
  void shouldLeaveAsTheyWereInTheirOrderAndBeforeTheirSocketCloses() {
    ChromiumPages pages = pagesFor(served(this::answer), BrowserSettings.DEFAULT);
    passing.stop();
    OpenPage opened = OpenPage.open(vertx, pages, newProfile(), new TestLease(), passing);
    opened.first(PageEvent.MessageAdded.class);
    await().until(() -> heard.contains("before"));
    assertThat(heard).containsExactly("before");

    passing.goOn();

    await().until(() -> heard.contains("4000 done"));
    assertThat(heard)
        .containsExactly("before", "[2, 3, 4]", "[1, 2, 3, 4, 5]", "text", "blob", "4000 done");
    OpenPage.result(pages.close());
  }

  private void answer(HttpServerRequest request) {
    if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      request.toWebSocket().onSuccess(this::listen);
    } else {
      html(request, PAGE);
    }
  }

  private void listen(ServerWebSocket socket) {
    socket.textMessageHandler(heard::add);
    socket.binaryMessageHandler(data -> heard.add(words(data.getBytes())));
    socket.closeHandler(closed -> heard.add(socket.closeStatusCode() + " " + socket.closeReason()));
  }

  private static String words(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    return text.equals("blob") ? text : Arrays.toString(data);
  }
}
