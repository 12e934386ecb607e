package dev.waggle.launcher;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears SIGTERM and SIGINT before the JVM does. A shutdown hook of ours would be too late: the
 * hooks of all libraries run at once, and the embedded database closes itself in one of them while
 * our sessions are still being written down. The JDK offers this in {@code sun.misc.Signal} alone,
 * which the compiler warns of even where it is meant; hence the reflection.
 */
final class Signals {

  private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
  private static final List<String> NAMES = List.of("INT", "TERM");

  private Signals() {}

  /**
   * Has the signals call {@code end} on a thread of its own. Where the platform has no such signals
   * nothing happens.
   */
  static void onEnd(Runnable end) {
    NAMES.forEach(
        name -> {
          try {
            handle(name, () -> start(name, end));
          } catch (InvocationTargetException | IllegalArgumentException unavailable) {
            LOG.debug("SIG{} cannot be heard; shutdown hooks have to do", name);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static void handle(String name, Runnable action) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object proxy =
        Proxy.newProxyInstance(
            Signals.class.getClassLoader(),
            new Class<?>[] {handler},
            (self, method, args) -> {
              if (method.getDeclaringClass() == handler) {
                action.run();
                return null;
              }
              return method.invoke(action, args);
            });
    signal
        .getMethod("handle", signal, handler)
        .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
  }

  private static void start(String name, Runnable end) {
    new Thread(end, "waggle-sig" + name.toLowerCase(Locale.ROOT)).start();
  }
}
