package dev.waggle.launcher;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks through the wrappers around a failure. */
final class Causes {

  private Causes() {}

  /** The first of its kind, from the outside in. */
  static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
