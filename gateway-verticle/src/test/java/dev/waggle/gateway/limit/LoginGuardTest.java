package dev.waggle.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;

class LoginGuardTest {

  @Test
  void shouldTakeAllIpv6AddressesOfASiteForOne() {
    assertThat(site("2001:db8:1:2::1"))
        .isEqualTo(site("2001:db8:1:2:ffff::9"))
        .isNotEqualTo(site("2001:db8:1:3::1"));
  }

  @Test
  void shouldTellIpv4AddressesApart() {
    assertThat(site("192.0.2.1")).isNotEqualTo(site("192.0.2.2"));
  }

  private static String site(String address) {
    return LoginGuard.site(SocketAddress.inetSocketAddress(443, address));
  }
}
