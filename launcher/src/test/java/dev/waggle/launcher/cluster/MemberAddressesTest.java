package dev.waggle.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.json.JsonObject;
import io.vertx.core.spi.cluster.NodeInfo;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemberAddressesTest {

  private static final NodeInfo ADDRESS = new NodeInfo("127.0.0.1", 7001, new JsonObject());

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final Set<String> members = ConcurrentHashMap.newKeySet();
  private final MemberAddresses addresses =
      new MemberAddresses(
          vertx,
          (member, answer) -> {
            asked.incrementAndGet();
            if (failures.getAndDecrement() > 0) {
              answer.fail(new VertxException("Not a member of the cluster"));
            } else {
              answer.succeed(ADDRESS);
            }
          },
          members::contains);

  @AfterEach
  void close() throws Exception {
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void shouldAskAgainWhileTheMemberIsThere() throws Exception {
    members.add("one");
    failures.set(2);

    assertThat(soon(addresses.find("one"))).isEqualTo(ADDRESS);
    assertThat(asked).hasValue(3);
  }

  @Test
  void shouldKnowWhatItHasLearnt() throws Exception {
    members.add("one");
    addresses.learn(List.of("one"));

    assertThat(soon(addresses.find("one"))).isEqualTo(ADDRESS);
    assertThat(asked).hasValue(1);
  }

  @Test
  void shouldKnowAMemberThatComesBack() throws Exception {
    members.add("one");
    addresses.learn(List.of("one"));
    addresses.learn(List.of());

    soon(addresses.find("one"));

    assertThat(asked).hasValue(1);
  }

  @Test
  void shouldForgetThoseWhoAreGoneWhenTheyAreMany() throws Exception {
    addresses.learn(IntStream.range(0, 1001).mapToObj(String::valueOf).toList());
    addresses.learn(List.of());
    asked.set(0);

    soon(addresses.find("1"));

    assertThat(asked).hasValue(1);
  }

  @Test
  void shouldGiveUpOnOneThatIsNoMember() {
    failures.set(1);

    assertThatThrownBy(() -> soon(addresses.find("stranger"))).isInstanceOf(VertxException.class);
    assertThat(asked).hasValue(1);
  }

  private static NodeInfo soon(Future<NodeInfo> found) throws Exception {
    return found.await(10, TimeUnit.SECONDS);
  }
}
