package io.controlgraph.sparql;

import java.util.List;

/** A page for people. */
public enum PageFormat implements AnswerFormat {
  HTML;

  @Override
  public List<String> names() {
    return List.of("html");
  }

  @Override
  public List<String> mediaTypes() {
    return List.of("text/html", "application/xhtml+xml");
  }
}
