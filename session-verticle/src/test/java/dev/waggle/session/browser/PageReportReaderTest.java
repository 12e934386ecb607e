package dev.waggle.session.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.EventData;
import dev.waggle.session.page.PageEvent;
import org.junit.jupiter.api.Test;

class PageReportReaderTest {

  @Test
  void shouldReadAnEvent() {
    assertThat(PageReportReader.read("{\"type\":\"qr\",\"text\":\"2@a\"}"))
        .isEqualTo(new PageReport.Happened(new PageEvent.QrShown("2@a"), 0));
  }

  @Test
  void shouldReadAnAckWithItsNumber() {
    String text =
        "{\"type\":\"ack\",\"n\":1700000000000001,\"ack\":{\"id\":\"i\",\"chatId\":\"c\",\"ack\":3,\"ackName\":\"READ\"}}";

    assertThat(PageReportReader.read(text))
        .isEqualTo(
            new PageReport.Happened(
                new PageEvent.AckChanged(new EventData.MessageAck("i", "c", 3, "READ")),
                1_700_000_000_000_001L));
  }

  @Test
  void shouldReadTheCodeOfARefusal() {
    PageReport report =
        PageReportReader.read(
            "{\"type\":\"answer\",\"id\":7,\"error\":{\"code\":\"NOT_ON_WHATSAPP\",\"text\":\"No 5511900000000\"}}");

    assertThat(report).isInstanceOf(PageReport.Answer.class);
    assertThat(PageErrors.of((PageReport.Answer) report))
        .hasMessage("No 55*********00")
        .extracting("code")
        .isEqualTo(ErrorCode.NOT_ON_WHATSAPP);
  }

  @Test
  void shouldTakeAFailureWithoutACodeForADefect() {
    PageReport.Answer answer = new PageReport.Answer(1, null, null, "x is not a function");

    assertThat(PageErrors.of(answer)).extracting("code").isEqualTo(ErrorCode.INTERNAL);
  }

  @Test
  void shouldTellNonsenseFromReports() {
    assertThat(PageReportReader.read("{")).isInstanceOf(PageReport.Trouble.class);
    assertThat(PageReportReader.read("{\"type\":\"ready\"}"))
        .isInstanceOf(PageReport.Trouble.class);
    assertThat(PageReportReader.read("{\"type\":\"new\"}")).isInstanceOf(PageReport.Trouble.class);
  }
}
