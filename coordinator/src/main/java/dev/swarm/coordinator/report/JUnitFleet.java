package dev.swarm.coordinator.report;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What is true of the fleet as a whole, as the properties of a suite without cases. */
final class JUnitFleet {
  private static final int MOST = 100;

  private JUnitFleet() {}

  static void write(Report report, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "fleet");
    xml.writeAttribute("timestamp", report.run().startedAt().toString());
    for (String count : List.of("tests", "failures", "errors", "skipped")) {
      xml.writeAttribute(count, "0");
    }
    xml.writeCharacters("\n  ");
    xml.writeStartElement("properties");
    for (String alarm : FleetWords.alarms(report)) {
      property(xml, "alarm", alarm);
    }
    for (Summary.Sentence each : report.summary().map(Summary::sentences).orElse(List.of())) {
      property(xml, "summary", each.text() + " [" + String.join(", ", each.cites()) + "]");
    }
    var contradictions = report.fleet().map(Fleet::contradictions).orElse(List.of());
    for (Fleet.Contradiction each : Words.first(contradictions, MOST)) {
      property(
          xml,
          "contradiction",
          each.node()
              + ": “"
              + each.one()
              + "” — "
              + each.oneBy()
              + "; “"
              + each.other()
              + "” — "
              + each.otherBy());
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  private static void property(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeEmptyElement("property");
    xml.writeAttribute("name", name);
    xml.writeAttribute("value", Columns.calm(value));
  }
}
