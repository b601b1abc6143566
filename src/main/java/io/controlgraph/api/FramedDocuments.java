package io.controlgraph.api;

import io.controlgraph.api.frames.Classes;
import io.controlgraph.api.frames.Frame;
import io.controlgraph.api.frames.FramedDocument;
import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.things.Thing;
import io.controlgraph.graph.View;
import io.controlgraph.query.Parameter;
import io.controlgraph.query.Question;
import io.controlgraph.sparql.AnswerFormat;
import io.controlgraph.sparql.Answers;
import io.controlgraph.sparql.Asked;
import io.controlgraph.sparql.EntityTag;
import io.controlgraph.sparql.GraphFormat;
import io.controlgraph.sparql.Parameters;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers things as trees: the documents of linked data with the parameter {@code frame}. */
final class FramedDocuments {
  /** A tree is had in no other format. */
  static final List<AnswerFormat> FORMATS = List.of(GraphFormat.JSONLD);

  private static final String PARAMETER = "frame";

  private final HttpServer.Parts parts;
  private final Answers answers;

  FramedDocuments(HttpServer.Parts parts, Answers answers) {
    this.parts = parts;
    this.answers = answers;
  }

  /** What a request may say of the tree it wants. */
  static Input[] inputs() {
    return new Input[] {
      Input.choice(
          PARAMETER,
          Arrays.stream(Frame.values()).map(Frame::label).toList(),
          "One tree of plain JSON-LD, in place of the statements."),
      Input.day()
    };
  }

  /**
   * The frame that a request asks for.
   *
   * @throws io.controlgraph.security.Refusal 400 if there is no such frame
   */
  static Optional<Frame> asked(Parameters parameters) {
    return Optional.ofNullable(parameters.one(PARAMETER))
        .filter(name -> !name.isEmpty())
        .map(Frame::named);
  }

  /** The path of a thing's tree. */
  static String path(Thing thing, Frame frame) {
    return thing.document(GraphFormat.JSONLD) + "?" + PARAMETER + "=" + frame.label();
  }

  /** The links of a thing to its trees. */
  static List<String> links(Thing thing, Classes classes) {
    List<String> links = new ArrayList<>();
    for (Frame frame : classes.frames()) {
      links.add(
          "<%s>; rel=\"alternate\"; type=\"%s\"; title=\"%s\""
              .formatted(
                  path(thing, frame), GraphFormat.JSONLD.mediaTypes().get(0), frame.label()));
    }
    return links;
  }

  /**
   * Answers a thing as a tree.
   *
   * @param links more links for the answer
   */
  void send(Context ctx, Thing thing, Frame frame, String mediaType, List<String> links)
      throws IOException {
    Parameters parameters = Parameters.parse(ctx.queryString());
    LocalDate day = Day.of(parameters.one(Parameter.DAY), parts.day());
    String tag = EntityTag.of(ctx, parts.store(), mediaType, day.toString());
    if (EntityTag.isAnswered(ctx, tag)) {
      return;
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ETag", tag);
    headers.put(Day.HEADER, day.toString());
    FramedDocument document =
        new FramedDocument(frame, thing.iri(), parts.limits().collectedTriples());
    answers.send(
        ctx,
        mediaType,
        new Asked("frame", thing.iri()),
        answers.deadline(parameters.one("timeout")),
        headers,
        (view, out) -> {
          Classes classes = Classes.of(view, thing.iri());
          classes.require(frame, thing.iri());
          List<String> all = new ArrayList<>(links);
          all.addAll(links(thing, classes));
          headers.put("Link", String.join(", ", all));
          document.write(view, sparql(frame, thing, day, view), out);
        });
  }

  private String sparql(Frame frame, Thing thing, LocalDate day, View view) {
    Question question = parts.catalogue().find(frame.question()).orElseThrow();
    return QuestionText.bind(
        question, Map.of("node", thing.iri()), day, view, parts.store().baseIri());
  }
}
