package dev.waggle.contract.guide;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The Integration Guide's status words, and the one table from Waggle's statuses to them. */
public enum GuideStatus {
  /** Nobody is logged in: a QR is awaited, is on show, or the connection is being sought again. */
  NOT_LOGGED("notLogged"),
  QR_READ_SUCCESS("qrReadSuccess"),
  /** Nobody scanned a QR in time, or what the phone began came to nothing. */
  QR_READ_ERROR("qrReadError"),
  /** The phone has accepted the device; chats are being fetched. */
  AUTHENTICATED("authenticated"),
  /** Messages can be sent. */
  READY("ready"),
  /** Follows READY: the page shows the chats. */
  IN_CHAT("inChat"),
  /** It ended without a link; {@link StatusData#error} says why. */
  ERROR("error");

  private static final Set<StatusCause> SCAN_FAILED =
      EnumSet.of(StatusCause.QR_EXHAUSTED, StatusCause.SCAN_TIMEOUT, StatusCause.LINK_REFUSED);

  private final String wireName;

  GuideStatus(String wireName) {
    this.wireName = wireName;
  }

  /** The guide's word: {@code qrReadSuccess}. */
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /** Whether its text stands in {@link StatusData#error} instead of in the message. */
  public boolean isError() {
    return this == ERROR || this == QR_READ_ERROR;
  }

  /** What a session in this status is, for somebody who comes late. */
  public static GuideStatus now(SessionStatus status) {
    return switch (status) {
      case STOPPED, STARTING, SCAN_QR_CODE, RECONNECTING, LOGGED_OUT -> NOT_LOGGED;
      case AUTHENTICATED -> AUTHENTICATED;
      case WORKING -> READY;
      case FAILED, PASSKEY_REQUIRED, CONFLICT, TERMS_BLOCKED, PROXY_BLOCKED, DEPRECATED_VERSION ->
          ERROR;
    };
  }

  /** What a move is to be told as, in this order; the guide has more steps than Waggle. */
  public static List<GuideStatus> of(StatusChanged move) {
    List<GuideStatus> words = new ArrayList<>(scanOf(move));
    words.add(now(move.status()));
    if (move.status() == SessionStatus.WORKING) {
      words.add(IN_CHAT);
    }
    return List.copyOf(words);
  }

  /** What became of a QR that was on show, or of a scan. */
  private static List<GuideStatus> scanOf(StatusChanged move) {
    if (SCAN_FAILED.contains(move.cause())) {
      return List.of(QR_READ_ERROR);
    }
    boolean scanned = move.previous() == SessionStatus.SCAN_QR_CODE;
    return switch (move.status()) {
      case AUTHENTICATED -> scanned ? List.of(QR_READ_SUCCESS) : List.of();
      case WORKING -> scanned ? List.of(QR_READ_SUCCESS, AUTHENTICATED) : List.of();
      case SCAN_QR_CODE ->
          move.previous() == SessionStatus.AUTHENTICATED ? List.of(QR_READ_ERROR) : List.of();
      default -> List.of();
    };
  }
}
