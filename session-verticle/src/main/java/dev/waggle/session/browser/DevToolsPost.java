package dev.waggle.session.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.impl.Connection;
import java.lang.reflect.Field;

/**
 * Sends DevTools commands and waits for no answer. {@link CDPSession#send} always waits, and so it
 * would have to be called between other calls; this one may be used inside a listener, while the
 * thread is in the middle of a call that takes seconds. Playwright does so itself, behind its
 * interface, which is why two of its fields are read here.
 *
 * <p>Lives on the browser thread.
 */
final class DevToolsPost {

  private final Connection connection;
  private final String guid;

  DevToolsPost(CDPSession session) {
    this.connection = (Connection) field(session, "connection");
    this.guid = (String) field(session, "guid");
  }

  /** Never throws: a page or a driver that is gone is noticed elsewhere. */
  void send(String method, JsonObject parameters) {
    JsonObject message = new JsonObject();
    message.addProperty("method", method);
    message.add("params", parameters);
    // The interrupt of a limit that has run out belongs to the call under way.
    boolean interrupted = Thread.interrupted();
    try {
      var unused = connection.sendMessageAsync(guid, "send", message);
    } catch (PlaywrightException gone) {
      interrupted |= gone.getCause() instanceof InterruptedException;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Object field(CDPSession session, String name) {
    try {
      Field field = session.getClass().getSuperclass().getDeclaredField(name);
      field.setAccessible(true);
      return field.get(session);
    } catch (ReflectiveOperationException changed) {
      throw new IllegalStateException("This version of Playwright is built otherwise", changed);
    }
  }
}
