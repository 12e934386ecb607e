package dev.waggle.session.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;

/** Hears what a page says and does, through DevTools. Lives on the browser thread. */
record PageEars(Page page, CDPSession devTools, OwnerWord word, PageTab.Listener listener) {

  private static final List<String> STORAGE_EVENTS =
      List.of(
          "DOMStorage.domStorageItemAdded",
          "DOMStorage.domStorageItemUpdated",
          "DOMStorage.domStorageItemRemoved",
          "DOMStorage.domStorageItemsCleared");

  /** Listens from now on; to be called once, before the page is visited. */
  void open(PageScript script) {
    hearReports(script.binding(), script.question());
    hearNavigation();
    hearStorage();
  }

  private void hearReports(String binding, String question) {
    devTools.on(
        "Runtime.bindingCalled",
        call -> {
          String name = call.get("name").getAsString();
          if (name.equals(binding)) {
            listener.told(call.get("payload").getAsString());
          } else if (name.equals(question)) {
            word.speak();
          }
        });
    devTools.send("Runtime.enable");
    bind(binding);
    bind(question);
  }

  private void bind(String binding) {
    JsonObject parameters = new JsonObject();
    parameters.addProperty("name", binding);
    devTools.send("Runtime.addBinding", parameters);
  }

  private void hearNavigation() {
    page.onFrameNavigated(
        frame -> {
          if (frame.parentFrame() == null) {
            listener.navigated(frame.url());
          }
        });
  }

  private void hearStorage() {
    for (String event : STORAGE_EVENTS) {
      devTools.on(
          event,
          change -> {
            if (isLocal(change) && !isStamp(change)) {
              listener.stored();
            }
          });
    }
    devTools.send("DOMStorage.enable");
  }

  private static boolean isLocal(JsonObject change) {
    return change.getAsJsonObject("storageId").get("isLocalStorage").getAsBoolean();
  }

  /** Our own mark, which every copy raises. */
  private static boolean isStamp(JsonObject change) {
    return change.has("key") && change.get("key").getAsString().equals(StorageCopy.STAMP_KEY);
  }
}
