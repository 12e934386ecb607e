package dev.waggle.session.node;

import dev.waggle.contract.Addresses;
import dev.waggle.contract.ApiKey;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.KeyCommand;
import dev.waggle.contract.KeyList;
import dev.waggle.contract.RevokedKey;
import dev.waggle.contract.WaggleException;
import dev.waggle.contract.Wire;
import dev.waggle.session.registry.ApiKeyRegistry;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;

/**
 * What a session node answers about keys, and what it tells everybody of those that are revoked.
 */
record KeyCommands(ApiKeyRegistry keys, EventBus bus) {

  /** The reply to a command, or a failure with a code. */
  Future<? extends Record> handle(KeyCommand command) {
    if (command instanceof KeyCommand.Find find) {
      return keys.find(find.hash());
    } else if (command instanceof KeyCommand.Create create) {
      return keys.create(create);
    } else if (command instanceof KeyCommand.ListAll) {
      return keys.list().map(KeyList::new);
    } else if (command instanceof KeyCommand.Revoke revoke) {
      return revoke(revoke.id()).map(done -> (Record) null);
    }
    throw new IllegalStateException("No part answers " + command.getClass().getSimpleName());
  }

  /** Of a key that is gone already too: whoever revoked it may have died before it could tell. */
  private Future<Void> revoke(String id) {
    return keys.revoke(id)
        .onSuccess(gone -> tell(id))
        .onFailure(
            failure -> {
              if (WaggleException.of(failure).code() == ErrorCode.NOT_FOUND) {
                tell(id);
              }
            });
  }

  private void tell(String id) {
    bus.publish(Addresses.REVOKED_KEYS, Wire.write(new RevokedKey(ApiKey.principalOf(id))));
  }
}
