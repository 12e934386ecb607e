package dev.waggle.gateway.http;

import dev.waggle.contract.ChatId;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;

/** A phone number as callers write it. */
public final class PhoneNumber {

  private PhoneNumber() {}

  /**
   * The bare digits of a number written with or without {@code +}, or as a person's chat id.
   *
   * @throws WaggleException with {@link ErrorCode#INVALID_CHAT_ID}
   */
  public static String parse(String text) {
    ChatId id = ChatId.parse(text);
    if (!id.isNumber()) {
      throw new WaggleException(
          ErrorCode.INVALID_CHAT_ID,
          "A phone number is digits with the country code, with or without a leading +.");
    }
    return id.user();
  }
}
