package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.JUnitCase.Result;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A test suite: what one area of one node came to. */
record JUnitSuite(String node, String area, long durationMillis, List<JUnitCase> cases) {

  void write(XMLStreamWriter xml, Instant startedAt) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    attribute(xml, "name", node + " " + area);
    attribute(xml, "hostname", node);
    attribute(xml, "timestamp", startedAt.toString());
    attribute(xml, "time", String.format(Locale.ROOT, "%.3f", durationMillis / 1000.0));
    attribute(xml, "tests", "" + cases.size());
    attribute(xml, "failures", "" + count(Result.FAILURE));
    attribute(xml, "errors", "" + count(Result.ERROR));
    attribute(xml, "skipped", "" + count(Result.SKIPPED));
    for (JUnitCase each : cases) {
      write(xml, each);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  private long count(Result result) {
    return cases.stream().filter(each -> each.result() == result).count();
  }

  private void write(XMLStreamWriter xml, JUnitCase each) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    attribute(xml, "classname", node + "." + area);
    attribute(xml, "name", each.name());
    switch (each.result()) {
      case PASSED -> output(xml, each);
      case FAILURE -> result(xml, "failure", each);
      case ERROR -> result(xml, "error", each);
      case SKIPPED -> result(xml, "skipped", each);
    }
    xml.writeEndElement();
  }

  private static void output(XMLStreamWriter xml, JUnitCase each) throws XMLStreamException {
    if (!each.lines().isEmpty()) {
      xml.writeStartElement("system-out");
      xml.writeCharacters(text(each));
      xml.writeEndElement();
    }
  }

  private static void result(XMLStreamWriter xml, String element, JUnitCase each)
      throws XMLStreamException {
    xml.writeStartElement(element);
    attribute(xml, "message", each.message());
    if (!element.equals("skipped")) {
      attribute(xml, "type", each.type());
      xml.writeCharacters(text(each));
    }
    xml.writeEndElement();
  }

  private static String text(JUnitCase each) {
    return each.lines().stream().map(Columns::calm).collect(Collectors.joining("\n"));
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, Columns.calm(value));
  }
}
