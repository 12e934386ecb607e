package dev.waggle.session.browser;

import dev.waggle.session.settings.BrowserSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The command line of a lean Chromium (platform facts, "Playwright and Chromium"): about 80 MiB and
 * 270 ms for a session where Playwright's own takes 200 MiB and 1.2 s.
 *
 * <p>One renderer without site isolation is right for a browser that ever visits one trusted site;
 * {@code --site-per-process} among the extra switches brings isolation back.
 */
final class ChromiumFlags {

  /** Those of Playwright 1.62, because a second --disable-features replaces the first. */
  static final List<String> PLAYWRIGHT_DISABLES =
      List.of(
          "AvoidUnnecessaryBeforeUnloadCheckSync",
          "BoundaryEventDispatchTracksNodeRemoval",
          "DestroyProfileOnBrowserClose",
          "DialMediaRouteProvider",
          "GlobalMediaControls",
          "HttpsUpgrades",
          "LensOverlay",
          "MediaRouter",
          "PaintHolding",
          "ThirdPartyStoragePartitioning",
          "BlockOriginHeaderModificationOnRedirect",
          "Translate",
          "AutoDeElevate",
          "OptimizationHints",
          "msForceBrowserSignIn",
          "msEdgeUpdateLaunchServicesPreferredVersion");

  private static final String DISABLE = "--disable-features=";
  private static final String ENABLE = "--enable-features=";
  private static final List<String> LEAN =
      List.of(
          "--disable-gpu",
          "--disable-software-rasterizer",
          "--in-process-gpu",
          "--renderer-process-limit=1",
          "--disable-site-isolation-trials");
  private static final List<String> LEAN_DISABLES =
      List.of("SpareRendererForSitePerProcess", "IsolateOrigins", "site-per-process");
  private static final List<String> WINDOW_DISABLES =
      List.of("WebUIOmniboxPopup", "WebUIOmniboxAimPopup");
  private static final List<String> ENABLES =
      List.of("CDPScreenshotNewSurface", "NetworkServiceInProcess2");

  private ChromiumFlags() {}

  /** The switches that follow Playwright's own. */
  static List<String> of(Chromium chromium, BrowserSettings settings) {
    List<String> flags = new ArrayList<>(LEAN);
    if (chromium.isHeadlessShell() && !sandboxed(settings)) {
      flags.add("--no-zygote");
    }
    Set<String> disabled = new LinkedHashSet<>(PLAYWRIGHT_DISABLES);
    disabled.addAll(LEAN_DISABLES);
    disabled.addAll(chromium.isHeadlessShell() ? List.of() : WINDOW_DISABLES);
    flags.add(merged(DISABLE, disabled, settings.extraArgs()));
    flags.add(merged(ENABLE, new LinkedHashSet<>(ENABLES), settings.extraArgs()));
    settings.extraArgs().stream().filter(flag -> !isFeatures(flag)).forEach(flags::add);
    return List.copyOf(flags);
  }

  /** Whether Chromium's own sandbox is on; as root it cannot be. */
  static boolean sandboxed(BrowserSettings settings) {
    return switch (settings.sandbox()) {
      case ON -> true;
      case OFF -> false;
      case AUTO -> !isRoot();
    };
  }

  private static String merged(String head, Set<String> features, List<String> extra) {
    extra.stream()
        .filter(flag -> flag.startsWith(head))
        .flatMap(flag -> List.of(flag.substring(head.length()).split(",", -1)).stream())
        .forEach(features::add);
    return head + String.join(",", features);
  }

  private static boolean isFeatures(String flag) {
    return flag.startsWith(DISABLE) || flag.startsWith(ENABLE);
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (java.io.IOException | UnsupportedOperationException | IllegalArgumentException none) {
      return "root".equals(System.getProperty("user.name"));
    }
  }
}
