package dev.swarm.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A page of the dashboard that is open. It notes what a page must never do: ask another origin,
 * fail in a script, or run into its own policy.
 */
final class Tab implements AutoCloseable {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private final Page page;
  private final String address;
  private final Runnable closing;
  private final List<String> faults = new CopyOnWriteArrayList<>();

  Tab(Page page, String address) {
    this(page, address, page.context()::close);
  }

  private Tab(Page page, String address, Runnable closing) {
    this.page = page;
    this.closing = closing;
    this.address = address;
    page.onRequest(request -> {
      if (!request.url().startsWith(address) && !request.url().startsWith("data:")) {
        faults.add("asked another origin: " + request.url());
      }
    });
    page.onPageError(error -> faults.add("a script failed: " + error));
    page.onDialog(dialog -> faults.add("a dialog opened: " + dialog.message()));
    page.onConsoleMessage(message -> {
      if (message.text().contains("Content Security Policy") || message.type().equals("assert")) {
        faults.add(message.text());
      }
    });
  }

  Page page() {
    return page;
  }

  /**
   * What opens in a tab of its own when {@code click} is done; it is part of this one's session.
   */
  Tab opened(Runnable click) {
    Page other = page.waitForPopup(click);
    return new Tab(other, address, other::close);
  }

  /**
   * Opens a route, such as {@code findings?severity=critical}, and waits until it shows something.
   */
  Tab open(String route) {
    page.navigate(address + "#/" + route);
    page.locator("h1").first().waitFor();
    page.waitForCondition(() -> page.locator(".waiting").count() == 0);
    return this;
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  String text(String selector) {
    return page.locator(selector).first().innerText();
  }

  void press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  /**
   * Waits until the script's value is true; asked from outside, for the page's policy forbids eval.
   */
  void until(String script) {
    page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate(script)));
  }

  /**
   * Milliseconds from asking for the page to the first frame that has {@code selector} in it, which
   * is what the page is for, not what stands there until it has begun: the best of three, for a
   * machine that does other things, too.
   */
  double firstContent(String selector) {
    page.addInitScript(WATCH.replace("SELECTOR", selector));
    double best = Double.MAX_VALUE;
    for (int time = 0; time < 3; time++) {
      page.reload();
      until("window.firstContent > 0");
      best = Math.min(best, ((Number) run("window.firstContent")).doubleValue());
    }
    return best;
  }

  private static final String WATCH =
      """
      (() => {
        const look = () => {
          if (document.querySelector("SELECTOR")) {
            requestAnimationFrame(() => setTimeout(() => (window.firstContent = performance.now())));
          } else {
            requestAnimationFrame(look);
          }
        };
        look();
      })();
      """;

  Object run(String script) {
    return page.evaluate(script);
  }

  /** A picture of what is in sight, into the build's output. */
  void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  void assertClean() {
    assertEquals(List.of(), faults);
  }

  @Override
  public void close() {
    closing.run();
  }
}
