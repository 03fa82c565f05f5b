package dev.swarm.coordinator.report;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The part of models as the properties of a suite without cases: it passes and fails nothing. */
final class JUnitModels {
  private static final int MOST = 100;

  private final XMLStreamWriter xml;

  private JUnitModels(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static void write(Report report, Models models, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "models");
    xml.writeAttribute("timestamp", report.run().startedAt().toString());
    for (String count : List.of("tests", "failures", "errors", "skipped")) {
      xml.writeAttribute(count, "0");
    }
    xml.writeCharacters("\n  ");
    xml.writeStartElement("properties");
    new JUnitModels(xml).properties(report, models);
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  private void properties(Report report, Models models) throws XMLStreamException {
    property("looks", ModelWords.looks(models));
    for (Models.Share share : models.shares()) {
      property("model", ModelWords.name(share) + ": " + brought(share.tally()));
    }
    more("model", models.others().map(Models.Others::models).orElse(0));
    property("all", brought(models.total()));
    var groups = EscalationGroup.of(models);
    for (EscalationGroup group : Words.first(groups, MOST)) {
      property("escalation", escalation(report, group));
    }
    long rest = groups.stream().skip(MOST).mapToLong(EscalationGroup::count).sum();
    more("escalation", rest + models.escalationsLeftOut());
    for (Models.Lack lack : Words.first(models.lacking(), MOST)) {
      property("lacking", lack(report, lack));
    }
    more("lacking", models.lacking().size() - MOST);
  }

  private void more(String name, long count) throws XMLStreamException {
    if (count > 0) {
      property(name, "… and " + ModelWords.number(count) + " more");
    }
  }

  private static String brought(Tally tally) {
    return ModelWords.claims(tally) + " · " + ModelWords.effort(tally);
  }

  private static String escalation(Report report, EscalationGroup group) {
    return group.way()
        + ", "
        + ModelWords.times(group)
        + ", "
        + group.reason()
        + ": "
        + group.answer()
        + " · "
        + ModelWords.places(report, group.areas(), group.nodes());
  }

  private static String lack(Report report, Models.Lack lack) {
    return Words.many(lack.investigations(), "investigation")
        + ": "
        + lack.reason()
        + " · "
        + ModelWords.places(report, lack.areas(), lack.nodes());
  }

  private void property(String name, String value) throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeEmptyElement("property");
    xml.writeAttribute("name", name);
    xml.writeAttribute("value", Columns.calm(value));
  }
}
