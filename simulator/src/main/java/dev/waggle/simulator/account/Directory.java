package dev.waggle.simulator.account;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All accounts and groups that exist. */
public final class Directory {

  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final Map<String, Account> byLid = new LinkedHashMap<>();
  private final Map<String, Group> groups = new LinkedHashMap<>();

  /** Every account, oldest first. */
  public Collection<Account> accounts() {
    return List.copyOf(accounts.values());
  }

  /** Every group, oldest first. */
  public Collection<Group> groups() {
    return List.copyOf(groups.values());
  }

  /** The account of a number, created with that number as its name when there is none. */
  public Account findOrCreate(String number) {
    return accounts.containsKey(number)
        ? accounts.get(number)
        : add(new Account(number, RandomIds.digits(15), number));
  }

  /** Puts an account in. */
  public Account add(Account account) {
    accounts.put(account.number(), account);
    byLid.put(account.lid().user(), account);
    return account;
  }

  /** Puts a group in. */
  public Group add(Group group) {
    groups.put(group.id(), group);
    return group;
  }

  /** The account at an address, by number or hidden id. */
  public Optional<Account> find(Wid wid) {
    return Optional.ofNullable((wid.isLid() ? byLid : accounts).get(wid.user()));
  }

  /**
   * The account of a number.
   *
   * @throws Refusal 404 when there is none
   */
  public Account account(String number) {
    return find(Wid.ofNumber(number))
        .orElseThrow(
            () -> new Refusal(404, "There is no phone with that number: POST /phones first."));
  }

  /** A linked device by its full id, such as {@code 5511999999999:1@c.us}. */
  public Optional<Device> device(String id) {
    return find(Wid.parse(id))
        .flatMap(
            account -> account.devices().stream().filter(one -> one.id().equals(id)).findFirst());
  }

  /**
   * Where a message to an address goes: the account by its number, or the group.
   *
   * @throws Refusal 404 when it is not on WhatsApp
   */
  public Wid resolve(Wid to) {
    if (to.isGroup() && groups.containsKey(to.user())) {
      return to;
    }
    return find(to)
        .filter(account -> !to.isGroup())
        .map(Account::wid)
        .orElseThrow(() -> new Refusal(404, "The receiver is not on WhatsApp."));
  }

  /**
   * The accounts that get a message: the one written to, or all others of the group.
   *
   * @param to as {@link #resolve} gave it
   * @throws Refusal 404 when the sender is not in the group
   */
  public List<Account> receivers(String sender, Wid to) {
    if (!to.isGroup()) {
      return List.of(account(to.user()));
    }
    List<String> members = groups.get(to.user()).members();
    if (!members.contains(sender)) {
      throw new Refusal(404, "The account is not in that group.");
    }
    return members.stream().filter(one -> !one.equals(sender)).map(this::account).toList();
  }

  /** Forgets everything. */
  public void clear() {
    accounts.clear();
    byLid.clear();
    groups.clear();
  }
}
