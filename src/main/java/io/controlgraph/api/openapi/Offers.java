package io.controlgraph.api.openapi;

import io.controlgraph.sparql.AnswerFormat;
import java.util.List;

/** The formats in which an answer can be had. */
public record Offers(List<AnswerFormat> formats) {
  public Offers {
    formats = List.copyOf(formats);
  }

  /** The parameter that chooses among them. */
  public Input input() {
    return Input.format(
        formats.stream().flatMap(format -> format.names().stream()).distinct().toList());
  }

  /** Their media types, each once. */
  public List<String> mediaTypes() {
    return formats.stream().flatMap(format -> format.mediaTypes().stream()).distinct().toList();
  }
}
