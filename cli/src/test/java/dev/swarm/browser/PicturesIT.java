package dev.swarm.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The pictures in the docs; {@code docs/images/dashboard} takes them from here. */
class PicturesIT {
  private static final int LARGEST = 200_000;

  @Test
  void the_docs_have_pictures_that_are_not_too_large() throws IOException {
    try (var rig = new Rig(new Invented(1_000, 12, 400, Words.USUAL));
        var chrome = new Chrome();
        Tab light = chrome.tab(rig.address(), size());
        Tab dark = chrome.tab(rig.address(), size().setColorScheme(ColorScheme.DARK))) {
      taken(light, "fleet", "dashboard-fleet-light");
      taken(light, "findings/f000000", "dashboard-finding");
      taken(dark, "fleet", "dashboard-fleet-dark");
      taken(dark, "runs/" + InventedRuns.OPEN, "dashboard-run");
    }
  }

  private static Browser.NewContextOptions size() {
    return new Browser.NewContextOptions().setViewportSize(1_280, 800);
  }

  private static void taken(Tab tab, String route, String name) throws IOException {
    tab.open(route).picture(name);
    long size = Files.size(Path.of("target", "screenshots", name + ".png"));
    assertTrue(size > 20_000 && size < LARGEST, name + " has " + size + " bytes");
    tab.assertClean();
  }
}
