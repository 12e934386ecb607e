package dev.waggle.session.registry;

import static dev.waggle.session.registry.RegistryUnderTest.SALES;
import static dev.waggle.session.support.Futures.await;
import static dev.waggle.session.support.Futures.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ApiKey;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.KeyAction;
import dev.waggle.contract.KeyCommand;
import dev.waggle.contract.KeyScope;
import dev.waggle.contract.KeySecret;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Keys, of which only the hashes are kept. */
interface KeysBehaviour {

  /** What a key of these tests is good for. */
  KeyScope SCOPE = KeyScope.of(Set.of(SALES), Set.of(KeyAction.READ));

  /** The registry of this test alone. */
  RegistryUnderTest registry();

  @Test
  default void shouldFindAKeyByItsHashAlone() {
    KeySecret secret = KeySecret.random();

    ApiKey created = await(registry().keys.create(keyOf(secret, null)));

    assertThat(await(registry().keys.find(secret.hash()))).isEqualTo(created);
    assertThat(created.scope()).isEqualTo(SCOPE);
    assertThat(created.expiresAt()).isNull();
    assertThat(codeOf(registry().keys.find(KeySecret.random().hash())))
        .isEqualTo(ErrorCode.UNAUTHORIZED);
  }

  @Test
  default void shouldKeepAKeyOnceThatIsSentTwice() {
    KeyCommand.Create create = keyOf(KeySecret.random(), null);

    ApiKey first = await(registry().keys.create(create));
    ApiKey second = await(registry().keys.create(create));

    assertThat(second).isEqualTo(first);
    assertThat(await(registry().keys.list())).containsExactly(first);
  }

  @Test
  default void shouldFindARevokedKeyNoMore() {
    KeySecret secret = KeySecret.random();
    await(registry().keys.create(keyOf(secret, null)));

    await(registry().keys.revoke(secret.id()));

    assertThat(codeOf(registry().keys.find(secret.hash()))).isEqualTo(ErrorCode.UNAUTHORIZED);
    assertThat(await(registry().keys.list())).isEmpty();
    assertThat(codeOf(registry().keys.revoke(secret.id()))).isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  default void shouldFindAKeyNoMoreThatHasExpired() {
    KeySecret secret = KeySecret.random();
    ApiKey created = await(registry().keys.create(keyOf(secret, 1L)));

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(
                        await(
                            registry().keys.find(secret.hash()).map(ApiKey::id).otherwise("none")))
                    .isEqualTo("none"));

    assertThat(codeOf(registry().keys.find(secret.hash()))).isEqualTo(ErrorCode.UNAUTHORIZED);
    assertThat(created.expiresAt()).isEqualTo(created.createdAt().plusSeconds(1));
    assertThat(await(registry().keys.list())).containsExactly(created);
  }

  private static KeyCommand.Create keyOf(KeySecret secret, Long expiresInSeconds) {
    return new KeyCommand.Create(secret.id(), secret.hash(), "CRM", SCOPE, expiresInSeconds);
  }
}
