package dev.waggle.contract;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every way in which a request can fail, as one stable code for the bus, HTTP and sockets.
 *
 * <p>The bus failure code is {@code 4000 + n} or {@code 5000 + n}, never reused; the wire form is
 * the name in lower case with hyphens.
 */
public enum ErrorCode {
  /** The request does not have the form that the contract asks for. */
  INVALID_REQUEST(4000, 400, false),
  INVALID_SESSION_NAME(4001, 400, false),
  /** Not digits with or without {@code +}, nor an id ending in c.us, g.us, lid or their like. */
  INVALID_CHAT_ID(4002, 400, false),
  UNAUTHORIZED(4003, 401, false),
  /** The key is good but not for this session or this action. */
  FORBIDDEN(4004, 403, false),
  SESSION_NOT_FOUND(4005, 404, false),
  /** No such path or operation, or no such key. */
  NOT_FOUND(4006, 404, false),
  METHOD_NOT_ALLOWED(4007, 405, false),
  SESSION_EXISTS(4008, 409, false),
  /** The session's present status does not allow this; the detail names the status. */
  WRONG_STATE(4009, 409, false),
  /** No QR is on show at the moment; ask again, or start the session. */
  QR_NOT_AVAILABLE(4010, 409, true),
  PAYLOAD_TOO_LARGE(4011, 413, false),
  UNSUPPORTED_MEDIA_TYPE(4012, 415, false),
  NOT_ON_WHATSAPP(4013, 422, false),
  TOO_MANY_REQUESTS(4014, 429, true),
  /** WhatsApp refused the command itself, for example a send to a group the account has left. */
  REJECTED_BY_WHATSAPP(4015, 422, false),
  /** The request's body did not come in time. */
  REQUEST_TIMEOUT(4016, 408, true),
  /** No living session node has this id. */
  NODE_NOT_FOUND(4017, 404, false),

  /** A defect of ours; the log of the node named in the detail has more. */
  INTERNAL(5000, 500, false),
  /** The page could not be reached or did not answer as a WhatsApp page does. */
  PAGE_UNREACHABLE(5001, 502, true),
  /** The browser died or closed while the command was under way. */
  BROWSER_CLOSED(5002, 503, true),
  /** No Chromium was found where configuration, environment and the usual paths point. */
  BROWSER_NOT_FOUND(5003, 503, false),
  /** No session node is in the cluster. */
  NO_SESSION_NODE(5004, 503, true),
  /** Session nodes are there, but none has room. */
  NO_CAPACITY(5005, 503, true),
  /** The session has no live owner at the moment; a new one is being found. */
  OWNER_UNAVAILABLE(5006, 503, true),
  DATABASE_UNAVAILABLE(5007, 503, true),
  /** The node is leaving and takes nothing new. */
  SHUTTING_DOWN(5008, 503, true),
  /** No answer in time; the command may still have been carried out. */
  TIMEOUT(5009, 504, true),
  /** The keys that tokens are signed with cannot be fetched. */
  TOKEN_KEYS_UNAVAILABLE(5010, 503, true),
  /** The gateway holds as many sockets as it may; another one of the cluster may have room. */
  GATEWAY_FULL(5011, 503, true),
  /** Chromium is there but cannot run as the node is set up; trying again changes nothing. */
  BROWSER_UNUSABLE(5012, 503, false);

  private final int busCode;
  private final int httpStatus;
  private final boolean retryable;

  ErrorCode(int busCode, int httpStatus, boolean retryable) {
    this.busCode = busCode;
    this.httpStatus = httpStatus;
    this.retryable = retryable;
  }

  /** The failure code of a bus reply. */
  public int busCode() {
    return busCode;
  }

  public int httpStatus() {
    return httpStatus;
  }

  /** Whether the same request may succeed later without being changed. */
  public boolean retryable() {
    return retryable;
  }

  /** The code as it stands in problem documents and socket errors: {@code session-not-found}. */
  public String wireName() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** The code behind a bus failure code; empty for codes that are not ours. */
  public static Optional<ErrorCode> ofBusCode(int busCode) {
    return Arrays.stream(values()).filter(code -> code.busCode == busCode).findFirst();
  }
}
