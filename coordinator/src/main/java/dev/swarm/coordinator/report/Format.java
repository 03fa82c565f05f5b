package dev.swarm.coordinator.report;

import java.util.Optional;

/** The formats of a report; see {@code docs/report.md}. */
public enum Format {
  /** For a terminal. */
  TEXT("text/plain", "txt", new TextRenderer()),
  /** One document, {@code docs/report.schema.json}. */
  JSON("application/json", "json", new JsonRenderer()),
  /** One object a line. */
  JSONL("application/x-ndjson", "jsonl", new JsonLinesRenderer()),
  MARKDOWN("text/markdown", "md", new MarkdownRenderer()),
  /** One self-contained page. */
  HTML("text/html", "html", new HtmlRenderer()),
  /** SARIF 2.1.0. */
  SARIF("application/sarif+json", "sarif", new SarifRenderer()),
  JUNIT("application/xml", "xml", new JUnitRenderer());

  private final String mediaType;
  private final String extension;
  private final Renderer renderer;

  Format(String mediaType, String extension, Renderer renderer) {
    this.mediaType = mediaType;
    this.extension = extension;
    this.renderer = renderer;
  }

  /** The name on the command line. */
  public String id() {
    return Ids.of(this);
  }

  /** Of its UTF-8 bytes. */
  public String mediaType() {
    return mediaType;
  }

  /** Of a file's name, without the dot. */
  public String extension() {
    return extension;
  }

  /** The content security policy that it needs in a browser; empty for what has no style sheet. */
  public Optional<String> policy() {
    return this == HTML ? Optional.of(HtmlRenderer.POLICY) : Optional.empty();
  }

  /** What writes it. */
  public Renderer renderer() {
    return renderer;
  }
}
