package dev.swarm.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An HTML report in a browser, from a file as somebody would be sent it. */
class ReportIT {
  @TempDir private static Path folder;

  @Test
  void five_hundred_attacks_in_a_report_neither_run_nor_hide() throws Exception {
    Path file = Files.writeString(folder.resolve("report.html"), Reports.hostile());
    try (var chrome = new Chrome();
        Tab tab = chrome.tab(file.toUri().toString())) {
      tab.page().navigate(file.toUri().toString());
      tab.find("h1").first().waitFor();
      assertEquals("undefined", tab.run("typeof window.ran"));
      assertEquals(
          0,
          tab.run(
              "document.querySelectorAll('script, img, iframe, object, embed, link, base, math,"
                  + " marquee, textarea, template, [onerror], [onload], [onclick],"
                  + " a[href^=javascript]').length"));
      assertEquals(1, tab.run("document.querySelectorAll('style').length"));
      String text = String.valueOf(tab.run("document.body.textContent"));
      for (int index = 0; index < Words.PAYLOADS; index++) {
        String mark = "[p" + index + "]";
        assertTrue(text.contains(mark), "hidden: " + Words.payload(index));
        assertTrue(text.contains("window.ran=" + index), "hidden: " + Words.payload(index));
      }
      tab.picture("report-hostile");
      tab.assertClean();
    }
  }
}
