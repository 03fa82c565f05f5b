package dev.swarm.coordinator.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * JUnit XML: a test suite for each node and area, a test case for each check. What fails the audit
 * fails a case; what could not be seen is an error, so that a build does not go green blind; want
 * of privilege (unless strict), and what does not apply or was not run, is skipped.
 */
final class JUnitRenderer implements Renderer {
  @Override
  public void render(Report report, Options options, Appendable out) throws IOException {
    var suites = suites(report, options.policy());
    try {
      var xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(new AppendableWriter(out));
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", "swarm audit " + Columns.calm(report.run().id().value()));
      for (JUnitSuite suite : suites) {
        suite.write(xml, report.run().startedAt());
      }
      if (report.fleet().isPresent()) {
        JUnitFleet.write(report, xml);
      }
      if (report.models().isPresent()) {
        JUnitModels.write(report, report.models().get(), xml);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("could not write the report as XML: " + e.getMessage(), e);
    }
    out.append('\n');
  }

  private static List<JUnitSuite> suites(Report report, Policy policy) {
    var judge = new JUnitJudge(report, policy);
    Map<String, List<Report.Cover>> covers =
        report.coverage().stream()
            .collect(Collectors.groupingBy(cover -> cover.node() + "\n" + cover.area()));
    Map<String, JUnitSuite> suites = new TreeMap<>();
    for (Report.Work work : report.subtasks()) {
      var key = work.node() + "\n" + work.area();
      suites.put(key, judge.suite(work, covers.getOrDefault(key, List.of())));
    }
    var busy = report.subtasks().stream().map(Report.Work::node).collect(Collectors.toSet());
    report.nodes().stream()
        .filter(node -> !busy.contains(node.node()))
        .forEach(node -> suites.put(node.node(), judge.suite(node)));
    covers.forEach((key, some) -> {
      var first = some.getFirst();
      suites.computeIfAbsent(key, _ -> judge.suite(first.node(), first.area().value(), some));
    });
    return List.copyOf(suites.values());
  }
}
