package dev.waggle.chaos.run;

import dev.waggle.chaos.client.SessionApi;
import dev.waggle.chaos.standin.Phone;
import dev.waggle.chaos.standin.StandIn;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The sessions of a run, linked, and who they talk to.
 *
 * @param accounts the phone of each, by the session's name
 * @param customers a phone for each to have a chat with
 */
record LinkedSessions(Map<String, Phone> accounts, Map<String, Phone> customers) {

  /** Starts all at once and scans one after the other. */
  static LinkedSessions link(SessionApi api, StandIn standIn, int count) {
    LinkedSessions sessions = new LinkedSessions(new TreeMap<>(), new TreeMap<>());
    IntStream.rangeClosed(1, count)
        .mapToObj(number -> "s%02d".formatted(number))
        .forEach(
            name -> {
              sessions.accounts.put(name, standIn.phone("Account of " + name));
              sessions.customers.put(name, standIn.phone("Customer of " + name));
              api.createAndStart(name);
            });
    sessions.accounts.forEach(api::scan);
    return sessions;
  }
}
