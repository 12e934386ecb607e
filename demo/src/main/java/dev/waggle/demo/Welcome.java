package dev.waggle.demo;

import java.nio.file.Path;

/** What a demo says when it is ready. */
final class Welcome {

  private static final String TEXT =
      """

      Waggle's demo is ready. Ctrl-C ends it.

        First page   {gateway}/
        API key      {key}
        Phones       {standIn}/phone   (Ana and Bruno, to play by hand)
        Kept in      {data}

      What next
        1. Start a session, on the dashboard or like this:
           curl -H "X-Api-Key: {key}" -H "Content-Type: application/json" \\
             -d '{"name":"shop","start":true}' {gateway}/api/sessions
        2. Open the phones, choose Ana, and scan what is on offer.
        3. When the session is WORKING, write to Bruno:
           curl -H "X-Api-Key: {key}" -H "Content-Type: application/json" \\
             -d '{"session":"shop","chatId":"{friend}@c.us","text":"Hello!"}' {gateway}/api/sendText
      """;

  private Welcome() {}

  static String text(String gateway, String apiKey, String standIn, Path data) {
    return TEXT.replace("{gateway}", gateway)
        .replace("{key}", apiKey)
        .replace("{standIn}", standIn)
        .replace("{data}", data.toAbsolutePath().normalize().toString())
        .replace("{friend}", DemoPhones.FRIEND);
  }
}
