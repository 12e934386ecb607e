package dev.waggle.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.DrainPlan;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.NodeInfo;
import dev.waggle.contract.NodeList;
import dev.waggle.contract.SessionCommand.DrainNode;
import dev.waggle.contract.SessionCommand.ListAll;
import dev.waggle.contract.SessionCommand.ListNodes;
import dev.waggle.contract.SessionList;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an administrator sees of the nodes, and how one is told to end. */
class NodesViewTest {

  private static final String LEAVING = "[data-node=node-1]";

  private static RunningGateway gateway;
  private static TestBrowser browser;

  private BusNode bus;
  private Dashboard page;
  private volatile boolean draining;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.startForPages();
    browser = new TestBrowser();
  }

  @AfterAll
  static void stop() {
    browser.close();
    gateway.close();
  }

  @BeforeEach
  void join() {
    bus =
        new BusNode(gateway.vertx())
            .on(ListAll.class, command -> new SessionList(List.of()))
            .on(ListNodes.class, command -> new NodeList(List.of(leaving(), other())));
  }

  @AfterEach
  void leave() {
    page.close();
    bus.leave();
  }

  @Test
  void shouldDrainANodeAfterAQuestionAndShowHowFarItIs() {
    bus.on(DrainNode.class, this::drain);
    openNodes();

    page.find(LEAVING).getByText("Drain…").click();
    assertThat(page.dialog()).containsText("hands 3 of its 5 over");
    assertThat(page.inDialog("Cancel")).isFocused();
    page.inDialog("Drain").click();

    assertThat(page.dialog()).hasCount(0);
    assertThat(page.find(LEAVING + " .badge")).hasText("Draining");
    assertThat(page.find(LEAVING).getByText("5 left")).isFocused();
    assertThat(page.find(LEAVING).getByText("Drain…")).hasCount(0);
    page.keepPicture("nodes-draining");
  }

  @Test
  void shouldDrainNothingWithoutAnAnswer() {
    bus.on(DrainNode.class, this::drain);
    openNodes();

    page.find(LEAVING).getByText("Drain…").click();
    page.page().keyboard().press("Escape");

    assertThat(page.dialog()).hasCount(0);
    assertThat(page.find(LEAVING).getByText("Drain…")).isFocused();
    assertThat(bus.commands()).noneMatch(DrainNode.class::isInstance);
  }

  @Test
  void shouldSayWhyANodeCannotBeDrained() {
    bus.refuse(DrainNode.class, ErrorCode.NODE_NOT_FOUND, "No living session node has this id.");
    openNodes();

    page.find(LEAVING).getByText("Drain…").click();
    page.inDialog("Drain").click();

    assertThat(page.dialog()).containsText("No living session node has this id.");
  }

  private void openNodes() {
    page = Dashboard.enter(browser, gateway.url());
    page.visit("Nodes");
  }

  private DrainPlan drain(DrainNode command) {
    draining = true;
    return new DrainPlan(command.node(), 5, 3, 60);
  }

  private NodeInfo leaving() {
    return node("node-1", 5, draining ? 0 : 5, draining);
  }

  private static NodeInfo other() {
    return node("node-2", 7, 3, false);
  }

  private static NodeInfo node(String id, int sessions, int places, boolean draining) {
    return new NodeInfo(
        id,
        "0.1.0",
        true,
        sessions,
        sessions,
        10,
        places,
        1L << 30,
        1L << 32,
        0.25,
        draining,
        Instant.now().plusSeconds(5),
        false);
  }
}
