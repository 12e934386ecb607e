package dev.waggle.session.message;

import dev.waggle.contract.ChatId;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.page.WhatsAppPage;
import io.vertx.core.Future;
import java.util.Optional;

/** Which numbers are on WhatsApp. Only good news is remembered: a number may join at any time. */
final class NumberDirectory {

  private static final int REMEMBERED = 5_000;

  private final RecentMap<ChatId, ChatId> known = new RecentMap<>(REMEMBERED);

  /** The id under which WhatsApp knows a number; empty when it does not. */
  Future<Optional<ChatId>> lookUp(WhatsAppPage page, ChatId number) {
    ChatId remembered = known.get(number);
    if (remembered != null) {
      return Future.succeededFuture(Optional.of(remembered));
    }
    return page.lookUp(number).onSuccess(found -> found.ifPresent(chat -> known.put(number, chat)));
  }

  /** Where to send to: groups and hidden ids are taken as they are. Fails with NOT_ON_WHATSAPP. */
  Future<ChatId> resolve(WhatsAppPage page, ChatId chat) {
    if (!chat.isNumber()) {
      return Future.succeededFuture(chat);
    }
    return lookUp(page, chat).map(found -> found.orElseThrow(NumberDirectory::unknown));
  }

  private static WaggleException unknown() {
    return new WaggleException(
        ErrorCode.NOT_ON_WHATSAPP,
        "The number is not on WhatsApp; check the country code and the digits.");
  }
}
