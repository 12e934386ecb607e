package dev.waggle.session.browser;

import com.microsoft.playwright.TimeoutError;
import dev.waggle.contract.ChatId;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What goes wrong here, in the words of the contract. */
final class PageErrors {

  /** Playwright's messages go on with everything that Chromium has printed. */
  private static final int LOGGED_CHARACTERS = 200;

  /** What Chromium prints before it ends because it cannot shut itself in. */
  private static final Pattern SANDBOX =
      Pattern.compile("No usable sandbox|SUID sandbox helper|Running as root without --no-sandbox");

  private PageErrors() {}

  static WaggleException closed() {
    return new WaggleException(
        ErrorCode.BROWSER_CLOSED,
        "The session's browser is closed; try again when the session is WORKING.");
  }

  static WaggleException ownerSilent() {
    return new WaggleException(
        ErrorCode.BROWSER_CLOSED,
        "The page had no word from its node in time and left WhatsApp by itself.");
  }

  static WaggleException notOwner() {
    return new WaggleException(
        ErrorCode.OWNER_UNAVAILABLE,
        "The node's lease has run out; its sessions go to another node in a moment.");
  }

  static WaggleException reloaded() {
    return new WaggleException(
        ErrorCode.PAGE_UNREACHABLE,
        "The page has reloaded meanwhile; ask for the state before repeating the request.");
  }

  static WaggleException notThere() {
    return new WaggleException(
        ErrorCode.PAGE_UNREACHABLE,
        "The page is not one of WhatsApp Web at the moment; check whatsapp.url and try again.");
  }

  static WaggleException noAnswer() {
    return new WaggleException(
        ErrorCode.TIMEOUT,
        "The page did not answer in time; ask for the state before repeating the request.");
  }

  static WaggleException notLoaded() {
    return new WaggleException(
        ErrorCode.PAGE_UNREACHABLE,
        "WhatsApp Web did not load in time; check the network and whatsapp.url.");
  }

  /** What lies behind a failure, fit for one line of the log. */
  static String words(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = String.valueOf(root.getMessage()).replaceAll("\\s+", " ");
    String start = message.substring(0, Math.min(LOGGED_CHARACTERS, message.length()));
    return root.getClass().getSimpleName() + ": " + ChatId.mask(start);
  }

  /** What an answer of the bridge means that is not a success. */
  static WaggleException of(PageReport.Answer answer) {
    return Arrays.stream(ErrorCode.values())
        .filter(code -> code.name().equals(answer.code()))
        .findFirst()
        .map(code -> new WaggleException(code, ChatId.mask(answer.text())))
        .orElseGet(() -> defect(answer.text()));
  }

  /** What an exception of the launch or of the browser means. */
  static WaggleException of(Throwable failure) {
    if (failure instanceof WaggleException known) {
      return known;
    }
    if (failure instanceof PageVisit.Unreachable unreachable) {
      return unreachable(unreachable);
    }
    if (failure instanceof TimeoutError || failure instanceof CallLimit.Exceeded) {
      return new WaggleException(
          ErrorCode.TIMEOUT, "Chromium did not answer in time; the machine may be busy.", failure);
    }
    if (SANDBOX.matcher(String.valueOf(failure.getMessage())).find()) {
      return noSandbox(failure);
    }
    return new WaggleException(
        ErrorCode.BROWSER_CLOSED,
        "Chromium or its driver did not start or has ended; the node's log says why.",
        failure);
  }

  private static WaggleException noSandbox(Throwable failure) {
    return new WaggleException(
        ErrorCode.BROWSER_UNUSABLE,
        "Chromium's sandbox cannot work here; install Debian's package chromium-sandbox, or set"
            + " session.browser.sandbox: off.",
        failure);
  }

  private static WaggleException unreachable(PageVisit.Unreachable failure) {
    return new WaggleException(
        ErrorCode.PAGE_UNREACHABLE,
        "WhatsApp Web cannot be reached ("
            + failure.getMessage()
            + "); check the network and whatsapp.url.",
        failure);
  }

  private static WaggleException defect(String text) {
    return new WaggleException(
        ErrorCode.INTERNAL, "The page could not do it: " + ChatId.mask(String.valueOf(text)) + ".");
  }
}
