package io.controlgraph.api.frames;

import io.controlgraph.security.Refusal;
import io.controlgraph.vocab.Cg;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/**
 * A view of a thing as a tree. Its statements come from the question {@code frames/NAME}, and its
 * form from {@code ontology/frames/NAME.jsonld}.
 */
public enum Frame {
  ASSET,
  CONTROL,
  INCIDENT,
  RISK;

  /** The name that requests give. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The class of the things that it is about. */
  Node root() {
    return switch (this) {
      case ASSET -> Cg.term("Asset");
      case CONTROL -> Cg.REQUIREMENT;
      case INCIDENT -> Cg.term("Incident");
      case RISK -> Cg.term("Risk");
    };
  }

  /** The name of the question that makes its statements. */
  public String question() {
    return "frames/" + label();
  }

  /**
   * The frame of a name.
   *
   * @throws Refusal 400 with the names there are
   */
  public static Frame named(String name) {
    return Arrays.stream(values())
        .filter(frame -> frame.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                        400,
                        "unknown-frame",
                        "There is no frame '" + name + "'. There is: " + labels(List.of(values())))
                    .with("available", names(List.of(values()))));
  }

  static List<String> names(List<Frame> frames) {
    return frames.stream().map(Frame::label).toList();
  }

  static String labels(List<Frame> frames) {
    return frames.stream().map(Frame::label).collect(Collectors.joining(", "));
  }
}
