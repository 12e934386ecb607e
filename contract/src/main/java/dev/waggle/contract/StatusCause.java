package dev.waggle.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;

/**
 * Why a session came to its status, for programs; the sentence beside it is for people. Null stands
 * for a move that needs no cause (it was the next step), and for a cause that the reader does not
 * know because the writer is newer.
 */
public enum StatusCause {
  /** No QR appeared in time, or the page has stopped showing them. */
  QR_TIMEOUT,
  /** As many QRs were shown as may be, and nobody scanned one. */
  QR_EXHAUSTED,
  /** The phone has accepted the device, and the page did not finish syncing in time. */
  SCAN_TIMEOUT,
  /** The phone has scanned and did not complete the link; a new QR is on show. */
  LINK_REFUSED,
  /** The device was unlinked on the phone or by WhatsApp. */
  LOGGED_OUT_ON_PHONE,
  LOGGED_OUT_ON_REQUEST,
  STOPPED_ON_REQUEST,
  /** The profile was erased on request; a new start follows. */
  RESET_ON_REQUEST,
  /** The owner is shutting down; another node takes the session if it is wanted. */
  NODE_LEAVING,
  /** The owner hands the session over; another node goes on with it at once. */
  HANDED_OVER,
  /** The owner's lease has run out; another node takes the session if it is wanted. */
  NODE_GONE,
  /** The browser or its driver died or did not open. */
  BROWSER_FAILED,
  /** The process that runs the page died, by itself or for want of memory. */
  PAGE_CRASHED,
  /** The page did not answer when it was asked, and so was taken for hung. */
  PAGE_SILENT,
  /** The page had no word from its node in time and left WhatsApp by itself. */
  OWNER_SILENT,
  /** The browser held more memory than it may, and is replaced in a quiet moment. */
  MEMORY_OVER_BUDGET,
  /** WhatsApp Web did not load. */
  PAGE_UNREACHABLE,
  /** The page has lost its connection, or a linked device did not come back in time. */
  CONNECTION_LOST,
  /** The profile could not be used or has lost the device's identity, and was cleared. */
  PROFILE_DAMAGED,
  /** Where snapshots of profiles are kept does not answer; the session waits for it. */
  STORE_UNAVAILABLE,
  /** Another process has the profile. */
  PROFILE_IN_USE,
  /** The same device was opened somewhere else. */
  OPENED_ELSEWHERE,
  /** WhatsApp refuses the account, the address or the page; the status says which. */
  REFUSED_BY_WHATSAPP;

  /** Whether it says that an account could not be linked, rather than that a link was lost. */
  public boolean isLinkingFailure() {
    return switch (this) {
      case QR_TIMEOUT, QR_EXHAUSTED, SCAN_TIMEOUT, LINK_REFUSED -> true;
      default -> false;
    };
  }

  /** The cause of a name; null for null and for a name that is not known here. */
  @JsonCreator
  public static StatusCause of(String name) {
    return Arrays.stream(values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
