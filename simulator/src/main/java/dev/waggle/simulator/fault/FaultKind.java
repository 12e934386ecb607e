package dev.waggle.simulator.fault;

import dev.waggle.simulator.account.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What can go wrong; PROTOCOL.md, "Faults", says what each does and when. */
public enum FaultKind {
  /** Connections are cut off without a close frame. */
  DROP_CONNECTIONS("dropConnections", Map.of()),
  /** Replies to the page come later, by {@code ms}. */
  DELAY_ANSWERS("delayAnswersMs", Map.of("ms", 1000L)),
  /** The page is given refs that it shows for a day, though they cannot be scanned any longer. */
  STOP_ROTATING("stopRotating", Map.of()),
  /** Sends of a page are answered with {@code code} and {@code text}. */
  REFUSE_SENDS("refuseSends", Map.of("code", 420L, "text", "The server refuses this message.")),
  /** Devices are logged out and forgotten. */
  LOG_OUT("logOut", Map.of()),
  /** Devices are told that another connection has taken over. */
  CONFLICT("conflict", Map.of()),
  /** Pages are told of a block: {@code TOS_BLOCK}, {@code SMB_TOS_BLOCK}, {@code PROXYBLOCK}. */
  TERMS_BLOCK("termsBlock", Map.of("kind", List.of("TOS_BLOCK", "SMB_TOS_BLOCK", "PROXYBLOCK"))),
  /** Pages are told that they are too old. */
  DEPRECATED_VERSION("deprecatedVersion", Map.of()),
  /** Scans and pairing codes do not link: the account wants a passkey. */
  PASSKEY_DEMANDED("passkeyDemanded", Map.of()),
  /** "What's new" must be dismissed within {@code unlinkAfterMs}, or the device is unlinked. */
  WHATS_NEW_MODAL("whatsNewModal", Map.of("unlinkAfterMs", 300_000L)),
  /** Other times for the QRs than configured: {@code firstMs} and {@code nextMs}. */
  QR_TIMINGS("qrTimings", Map.of("firstMs", 60_000L, "nextMs", 20_000L)),
  /** Messages are written to a device twice. */
  DUPLICATE_DELIVERIES("duplicateDeliveries", Map.of()),
  /** Pages hang: their script never ends. */
  HANG_PAGE("hangPage", Map.of()),
  /** Pages take {@code mib} MiB of memory and keep them. */
  GROW_PAGE("growPage", Map.of("mib", 100L));

  private final String wireName;

  // Always of Map.of, which cannot change; its type does not say so.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Map<String, Object> settings;

  FaultKind(String wireName, Map<String, Object> settings) {
    this.wireName = wireName;
    this.settings = settings;
  }

  /** Its name in JSON. */
  public String wireName() {
    return wireName;
  }

  /**
   * Its settings with their defaults: a {@code Long}, a {@code String}, or the {@code List} of all
   * texts that are allowed, the default first.
   */
  Map<String, Object> settings() {
    return settings;
  }

  /**
   * The kind of that name.
   *
   * @throws Refusal 400 naming all of them when there is none
   */
  static FaultKind named(String wireName) {
    return Arrays.stream(values())
        .filter(kind -> kind.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    400,
                    "There is no fault '%s'. There are: %s."
                        .formatted(
                            wireName,
                            Arrays.stream(values())
                                .map(FaultKind::wireName)
                                .collect(Collectors.joining(", ")))));
  }
}
