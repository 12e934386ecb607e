package dev.waggle.session.node;

import static dev.waggle.session.support.Futures.await;
import static dev.waggle.session.support.Futures.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.KeyAction;
import dev.waggle.contract.KeyClient;
import dev.waggle.contract.KeyScope;
import dev.waggle.contract.KeySecret;
import dev.waggle.contract.NewKey;
import dev.waggle.contract.RevokedKey;
import dev.waggle.contract.SessionName;
import dev.waggle.session.support.TestCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node answers about keys. */
class KeysOnTheBusTest {

  private static final KeyScope SCOPE =
      KeyScope.of(Set.of(new SessionName("sales")), Set.of(KeyAction.READ, KeyAction.SEND));

  @TempDir Path data;

  private TestCluster cluster;
  private KeyClient keys;

  @BeforeEach
  void start() {
    cluster = new TestCluster(data);
    cluster.startNode();
    keys = new KeyClient(cluster.vertx());
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void shouldKnowAKeyThatItMade() {
    NewKey made = await(keys.create("CRM", SCOPE, Duration.ofHours(1)));

    KeySecret shown = KeySecret.parse(made.key()).orElseThrow();
    assertThat(await(keys.find(shown))).isEqualTo(made.info());
    assertThat(made.info().name()).isEqualTo("CRM");
    assertThat(made.info().scope()).isEqualTo(SCOPE);
    assertThat(await(keys.list())).containsExactly(made.info());
  }

  @Test
  void shouldRefuseAKeyThatNobodyMade() {
    assertThat(codeOf(keys.find(KeySecret.random()))).isEqualTo(ErrorCode.UNAUTHORIZED);
  }

  @Test
  void shouldTellEverybodyOfARevokedKey() throws Exception {
    BlockingQueue<RevokedKey> heard = new LinkedBlockingQueue<>();
    await(keys.subscribeRevoked(heard::add));
    NewKey made = await(keys.create("CRM", KeyScope.admin(), null));

    await(keys.revoke(made.info().id()));

    assertThat(heard.poll(30, TimeUnit.SECONDS))
        .isEqualTo(new RevokedKey("key:" + made.info().id()));
    assertThat(codeOf(keys.find(KeySecret.parse(made.key()).orElseThrow())))
        .isEqualTo(ErrorCode.UNAUTHORIZED);
  }

  @Test
  void shouldTellOfAKeyThatIsGoneAlready() throws Exception {
    BlockingQueue<RevokedKey> heard = new LinkedBlockingQueue<>();
    await(keys.subscribeRevoked(heard::add));

    assertThat(codeOf(keys.revoke("0123456789abcdef"))).isEqualTo(ErrorCode.NOT_FOUND);

    assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(new RevokedKey("key:0123456789abcdef"));
  }
}
