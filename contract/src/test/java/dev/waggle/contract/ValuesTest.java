package dev.waggle.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that refuse to exist when they are illegal, and that show nothing they should not. */
class ValuesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "Sales-2_b",
        "0",
        "x123456789-123456789-123456789-123456789-123456789-123456789-123"
      })
  void shouldTakeALegalName(String name) {
    assertThat(new SessionName(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-a",
        "_a",
        ".",
        "..",
        "a b",
        "a/b",
        "a.b",
        "ä",
        "a\n",
        "x123456789-123456789-123456789-123456789-123456789-123456789-1234"
      })
  void shouldRefuseAnIllegalName(String name) {
    assertThatThrownBy(() -> new SessionName(name))
        .isInstanceOfSatisfying(
            WaggleException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_SESSION_NAME));
  }

  @Test
  void shouldRefuseNoNameAtAll() {
    assertThatThrownBy(() -> new SessionName(null)).isInstanceOf(WaggleException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "5511999999999, 5511999999999@c.us",
    "+5511999999999, 5511999999999@c.us",
    "' 5511999999999 ', 5511999999999@c.us",
    "5511999999999@c.us, 5511999999999@c.us",
    "5511999999999@s.whatsapp.net, 5511999999999@c.us",
    "120363012345678901@g.us, 120363012345678901@g.us",
    "5511999999999-1600000000@g.us, 5511999999999-1600000000@g.us",
    "998877665544@lid, 998877665544@lid"
  })
  void shouldReadEveryFormOfChat(String written, String meant) {
    assertThat(ChatId.parse(written).value()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "1234",
        "123456789012345678901",
        "55 11 99999",
        "abc@c.us",
        "5511999999999@",
        "5511999999999@example.com",
        "5511999999999@c.us.example",
        "++5511999999999"
      })
  void shouldRefuseWhatIsNoChat(String written) {
    assertThatThrownBy(() -> ChatId.parse(written))
        .isInstanceOfSatisfying(
            WaggleException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CHAT_ID));
  }

  @Test
  void shouldTellANumberFromAGroup() {
    assertThat(ChatId.parse("5511999999999").isNumber()).isTrue();
    assertThat(ChatId.parse("5511999999999").user()).isEqualTo("5511999999999");
    assertThat(ChatId.parse("120363012345678901@g.us").isNumber()).isFalse();
    assertThat(ChatId.parse("998877665544@lid").isNumber()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "5511999999999@c.us, 55*********99@c.us",
    "call 12345 or 123, call 12*45 or 123",
    "nothing, nothing"
  })
  void shouldMaskNumbers(String text, String masked) {
    assertThat(ChatId.mask(text)).isEqualTo(masked);
  }

  @Test
  void shouldShowNoSecretAsText() {
    Instant now = Instant.EPOCH;

    assertThat(ChatId.parse("5511999999999").toString()).doesNotContain("999999");
    assertThat(new QrCode("2@secret", "data:secret", "secret", 1, 5, now, now).toString())
        .doesNotContain("secret");
    assertThat(new PairingCode("ABCD-1234").toString()).doesNotContain("ABCD");
    assertThat(new MediaFile("image/png", "a.png", "c2VjcmV0").toString())
        .doesNotContain("c2VjcmV0");
  }

  @Test
  void shouldKeepAConfigWithinItsLimits() {
    Map<String, String> tooMuch =
        IntStream.range(0, 33).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v"));

    assertThatThrownBy(() -> new SessionConfig(0, null, Map.of()))
        .isInstanceOf(WaggleException.class);
    assertThatThrownBy(() -> new SessionConfig(101, null, Map.of()))
        .isInstanceOf(WaggleException.class);
    assertThatThrownBy(() -> new SessionConfig(1, null, tooMuch))
        .isInstanceOf(WaggleException.class);
    assertThatThrownBy(() -> new SessionConfig(1, 0, Map.of())).isInstanceOf(WaggleException.class);
    assertThatThrownBy(() -> new SessionConfig(1, 3601, Map.of()))
        .isInstanceOf(WaggleException.class);
    assertThat(new SessionConfig(null, null, null)).isEqualTo(SessionConfig.DEFAULT);
  }

  @Test
  void shouldBuildOneAddressForEachPurpose() {
    SessionName sales = new SessionName("sales");

    assertThat(Addresses.owner(sales)).isEqualTo("waggle.session.sales");
    assertThat(Addresses.events(sales)).isEqualTo("waggle.session.sales.events");
    assertThat(Addresses.room(sales)).isEqualTo("waggle.session.sales.room");
    assertThat(Addresses.node("node-1")).isEqualTo("waggle.node.node-1");
  }

  @Test
  void shouldKnowTheSessionOfAFeed() {
    SessionName sales = new SessionName("sales");

    assertThat(Addresses.sessionOfFeed(Addresses.events(sales))).contains(sales);
    assertThat(Addresses.sessionOfFeed(Addresses.room(sales))).contains(sales);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "waggle.session.sales",
        "waggle.sessions",
        "waggle.events",
        "waggle.node.node-1",
        "waggle.session.sales.events.more",
        "waggle.session.a.b.events",
        "waggle.session..room",
        "xwaggle.session.sales.room",
        "waggle.session.*.events",
        "waggle.session.sales.room\n"
      })
  void shouldTakeNothingElseForAFeed(String address) {
    assertThat(Addresses.sessionOfFeed(address)).isEmpty();
  }
}
