package dev.waggle.contract;

import java.util.List;

/**
 * Every session node that lives, and those that have not been heard of for less than a day.
 *
 * @param nodes those that live first, then ordered by id
 */
public record NodeList(List<NodeInfo> nodes) {
  public NodeList {
    nodes = List.copyOf(nodes);
  }
}
