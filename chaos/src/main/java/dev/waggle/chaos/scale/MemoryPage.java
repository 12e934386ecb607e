package dev.waggle.chaos.scale;

import dev.waggle.contract.ChatId;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.MessageSent;
import dev.waggle.contract.PairingCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.page.OutgoingMessage;
import dev.waggle.session.page.PageCondition;
import dev.waggle.session.page.WhatsAppPage;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/** A page without a browser, of an account that is linked and connected as long as it is open. */
final class MemoryPage implements WhatsAppPage {

  private static final PageCondition READY = new PageCondition(true, "MAIN", "NORMAL", "CONNECTED");

  @Override
  public Future<Void> refreshQr() {
    return Future.failedFuture(linked());
  }

  @Override
  public Future<PairingCode> requestPairingCode(String digits) {
    return Future.failedFuture(linked());
  }

  @Override
  public Future<MessageSent> send(OutgoingMessage message) {
    String chat = message.chat().value();
    return Future.succeededFuture(
        new MessageSent("true_" + chat + "_" + message.id(), chat, 1, Instant.now()));
  }

  @Override
  public Future<Optional<ChatId>> lookUp(ChatId number) {
    return Future.succeededFuture(Optional.of(number));
  }

  @Override
  public Future<Void> keepStorage() {
    return Future.succeededFuture();
  }

  @Override
  public Future<PageCondition> probe() {
    return Future.succeededFuture(READY);
  }

  @Override
  public Future<Void> logout() {
    return Future.failedFuture(
        new WaggleException(ErrorCode.WRONG_STATE, "This account stays linked."));
  }

  @Override
  public Future<Void> takeOver() {
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }

  private static WaggleException linked() {
    return new WaggleException(ErrorCode.WRONG_STATE, "This account is linked already.");
  }
}
