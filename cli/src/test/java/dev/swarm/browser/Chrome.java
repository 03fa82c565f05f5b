package dev.swarm.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The system's Chromium; nothing is downloaded. Not for use by several threads. */
final class Chrome implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  Chrome() {
    if (!Files.isExecutable(PROGRAM)) {
      throw new IllegalStateException(
          "could not find " + PROGRAM + ": install the package chromium");
    }
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(PROGRAM).setArgs(QUIET));
  }

  /** A tab of its own, as on a laptop. */
  Tab tab(String address) {
    return tab(address, new Browser.NewContextOptions());
  }

  Tab dark(String address) {
    return tab(address, new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK));
  }

  Tab phone(String address) {
    return tab(
        address,
        new Browser.NewContextOptions()
            .setViewportSize(390, 844)
            .setDeviceScaleFactor(2)
            .setHasTouch(true)
            .setIsMobile(true));
  }

  Tab tab(String address, Browser.NewContextOptions options) {
    if (options.viewportSize == null) {
      options.setViewportSize(1440, 900);
    }
    options.setLocale("en-GB").setTimezoneId("UTC");
    BrowserContext context = browser.newContext(options);
    Page page = context.newPage();
    page.setDefaultTimeout(20_000);
    return new Tab(page, address);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
