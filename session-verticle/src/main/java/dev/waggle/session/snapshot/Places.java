package dev.waggle.session.snapshot;

import dev.waggle.contract.SessionName;

/** Where something sealed belongs, so that nothing can be put where something else was. */
final class Places {

  private Places() {}

  static String manifest(SessionName session, long generation, long number) {
    return "manifest/" + session + "/" + generation + "/" + number;
  }

  static String part(SessionName session, long generation, String name) {
    return "part/" + session + "/" + generation + "/" + name;
  }
}
