package io.controlgraph.api;

import io.controlgraph.api.frames.Classes;
import io.controlgraph.api.frames.Frame;
import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Offers;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.api.things.Description;
import io.controlgraph.api.things.Thing;
import io.controlgraph.api.things.Things;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.View;
import io.controlgraph.query.Parameter;
import io.controlgraph.security.Limits;
import io.controlgraph.security.Refusal;
import io.controlgraph.sparql.AnswerFormat;
import io.controlgraph.sparql.Answers;
import io.controlgraph.sparql.Asked;
import io.controlgraph.sparql.EntityTag;
import io.controlgraph.sparql.Freshness;
import io.controlgraph.sparql.GraphFormat;
import io.controlgraph.sparql.GraphSink;
import io.controlgraph.sparql.Negotiation;
import io.controlgraph.sparql.PageFormat;
import io.controlgraph.sparql.Parameters;
import io.controlgraph.sparql.Prefixes;
import io.controlgraph.vocab.Reference;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * Linked data: the IRI of a thing leads to a document about it, or to a page, by what the client
 * accepts (W3C note "Cool URIs for the Semantic Web", 303 redirects).
 *
 * <p>{@code /id/...} are things, {@code /doc/...} documents about them and {@code /page/...} their
 * pages; {@code /ontology} and {@code /ontology/TERM} are the ontology and its terms.
 */
final class LinkedDataRoutes implements Routes {
  private static final String ID = "/id/";
  private static final String DOC = "/doc/";
  private static final String PAGE = "/page/";
  private static final String ONTOLOGY = "/ontology";

  private static final List<AnswerFormat> DOCUMENTS = GraphFormat.forTriples();
  private static final List<AnswerFormat> ALL =
      Stream.concat(DOCUMENTS.stream(), Stream.of(PageFormat.HTML)).toList();

  private static final Offers ANY = new Offers(ALL);
  private static final String GROUP = "Linked data";
  private static final Input THING = Input.path("path", "What follows /id/ in the thing's IRI.");

  private final GraphStore store;
  private final Answers answers;
  private final Limits limits;
  private final Things things;
  private final FramedDocuments framed;

  LinkedDataRoutes(HttpServer.Parts parts, Answers answers) {
    this.store = parts.store();
    this.answers = answers;
    this.limits = parts.limits();
    this.framed = new FramedDocuments(parts, answers);
    this.things = new Things(store.baseIri());
  }

  /** Finds the thing of a path, or of what is left of one. */
  private interface Finder extends BiFunction<View, String, Optional<Thing>> {}

  @Override
  public void addTo(Api api) {
    api.on(
        redirect(ID + "<path>", "getThing", "The IRI of a thing")
            .takes(THING, ANY.input())
            .takes(FramedDocuments.inputs()),
        ctx -> redirect(ctx, things::at, after(ctx, ID)));
    api.on(
        redirect(PAGE + "<path>", "getThingPage", "The page of a thing").takes(THING), this::page);
    api.on(
        document(DOC + "<path>", "getThingDocument", "What is said of a thing")
            .takes(THING, new Offers(DOCUMENTS).input()),
        ctx -> document(ctx, things::at, after(ctx, DOC)));
    api.on(
        redirect(ONTOLOGY, "getOntology", "The IRI of the ontology")
            .takes(ANY.input())
            .takes(FramedDocuments.inputs()),
        ctx -> redirect(ctx, things::term, ""));
    for (AnswerFormat each : DOCUMENTS) {
      if (each instanceof GraphFormat format) {
        api.on(
            Operation.get(
                    ONTOLOGY + "." + format.ending(),
                    "getOntologyAs" + format,
                    GROUP,
                    "The ontology in " + format)
                .takes(Input.timeout())
                .tagged()
                .gives(200, "The ontology.", List.of(format.mediaTypes().get(0))),
            ctx -> ontology(ctx, format));
      }
    }
    api.on(
        document(
                ONTOLOGY + "/{term}",
                "getTerm",
                "A term of the ontology, or with an ending what is said of it")
            .takes(
                ANY.input(),
                Input.path(
                    "term", "The term's local name; with an ending such as .ttl, its document."))
            .gives(303, "Where the term's document or page is.", List.of()),
        this::term);
  }

  private static Operation redirect(String path, String id, String summary) {
    return Operation.get(path, id, GROUP, summary)
        .takes(Input.timeout())
        .gives(303, "Where the document or page that the client accepts is.", List.of());
  }

  private static Operation document(String path, String id, String summary) {
    return Operation.get(path, id, GROUP, summary)
        .takes(FramedDocuments.inputs())
        .takes(
            Input.number(
                "page", 1, Long.MAX_VALUE, "Which 200 of the statements that refer to it."),
            Input.timeout())
        .tagged()
        .gives(200, "The statements.", new Offers(DOCUMENTS).mediaTypes());
  }

  /** As it stands in the request: IRIs keep their percent signs. */
  private static String after(Context ctx, String prefix) {
    return ctx.path().substring(prefix.length());
  }

  private void redirect(Context ctx, Finder finder, String path) {
    Thing thing = require(ctx, finder, path);
    Parameters parameters = Parameters.parse(ctx.queryString());
    Optional<Frame> frame = FramedDocuments.asked(parameters);
    AnswerFormat format =
        choose(ctx, parameters, frame.isPresent() ? FramedDocuments.FORMATS : ALL).format();
    Freshness.mark(ctx);
    ctx.status(303)
        .header("Link", String.join(", ", alternates(thing)))
        .header(
            "Location",
            frame
                .map(asked -> FramedDocuments.path(thing, asked) + day(parameters))
                .orElse(format instanceof GraphFormat rdf ? thing.document(rdf) : thing.page()));
  }

  private void page(Context ctx) {
    Freshness.mark(ctx);
    ctx.status(303).header("Location", require(ctx, things::at, after(ctx, PAGE)).page());
  }

  /** A term and its documents share a path; no term's name has a dot. */
  private void term(Context ctx) throws IOException {
    String path = after(ctx, ONTOLOGY + "/");
    if (path.contains(".")) {
      document(ctx, things::term, path);
    } else {
      redirect(ctx, things::term, path);
    }
  }

  /** Its format is that of its ending; without one of ours, the one that the client accepts. */
  private void document(Context ctx, Finder finder, String path) throws IOException {
    Parameters parameters = Parameters.parse(ctx.queryString());
    Optional<Frame> frame = FramedDocuments.asked(parameters);
    String ending = path.substring(path.lastIndexOf('.') + 1);
    for (AnswerFormat format : DOCUMENTS) {
      if (format instanceof GraphFormat rdf && rdf.ending().equals(ending)) {
        String name = path.substring(0, path.length() - ending.length() - 1);
        answer(ctx, require(ctx, finder, name), frame, rdf, rdf.mediaTypes().get(0));
        return;
      }
    }
    Thing thing = require(ctx, finder, path);
    Negotiation.Choice choice =
        choose(ctx, parameters, frame.isPresent() ? FramedDocuments.FORMATS : DOCUMENTS);
    answer(ctx, thing, frame, (GraphFormat) choice.format(), choice.mediaType());
  }

  private void answer(
      Context ctx, Thing thing, Optional<Frame> frame, GraphFormat format, String mediaType)
      throws IOException {
    if (frame.isEmpty()) {
      describe(ctx, thing, format, mediaType);
      return;
    }
    if (!FramedDocuments.FORMATS.contains(format)) {
      throw new Refusal(
          406,
          "not-acceptable",
          "A frame makes JSON-LD only; ask for " + FramedDocuments.path(thing, frame.get()) + ".");
    }
    List<String> links = alternates(thing);
    links.add(link(thing.iri(), "describes", ""));
    framed.send(ctx, thing, frame.get(), mediaType, links);
  }

  /** The day goes with a frame, which has answers for days. */
  private static String day(Parameters parameters) {
    String day = parameters.one(Parameter.DAY);
    return day == null ? "" : "&day=" + URLEncoder.encode(day, StandardCharsets.UTF_8);
  }

  private static Negotiation.Choice choose(
      Context ctx, Parameters parameters, List<AnswerFormat> offers) {
    return Negotiation.choose(Answers.accepted(ctx), parameters.one("format"), offers);
  }

  private void describe(Context ctx, Thing thing, GraphFormat format, String mediaType)
      throws IOException {
    Parameters parameters = Parameters.parse(ctx.queryString());
    long page = parameters.number("page", 1, 1);
    send(
        ctx,
        format,
        mediaType,
        thing,
        (view, headers, sink) -> {
          Description description = Description.of(view, thing.iri(), page);
          List<String> links = alternates(thing);
          links.add(link(thing.iri(), "describes", ""));
          links.addAll(FramedDocuments.links(thing, Classes.of(view, thing.iri())));
          links.addAll(pages(thing.document(format), page, description.more()));
          headers.put("Link", String.join(", ", links));
          description.statements().forEach(sink.statements()::triple);
        });
  }

  private void ontology(Context ctx, GraphFormat format) throws IOException {
    Thing ontology = require(ctx, things::term, "");
    send(
        ctx,
        format,
        format.mediaTypes().get(0),
        ontology,
        (view, headers, sink) -> {
          headers.put("Link", String.join(", ", alternates(ontology)));
          try (Stream<Quad> quads =
              view.quads(Reference.ONTOLOGY_GRAPH, Node.ANY, Node.ANY, Node.ANY)) {
            quads.map(Quad::asTriple).forEach(sink.statements()::triple);
          }
        });
  }

  /** Says what there is to say, having set the headers that depend on it. */
  private interface Saying {
    void say(View view, Map<String, String> headers, GraphSink sink);
  }

  private void send(Context ctx, GraphFormat format, String mediaType, Thing thing, Saying saying)
      throws IOException {
    String tag = EntityTag.of(ctx, store, mediaType);
    if (EntityTag.isAnswered(ctx, tag)) {
      return;
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ETag", tag);
    answers.send(
        ctx,
        mediaType,
        new Asked("document", thing.iri()),
        deadline(ctx),
        headers,
        (view, out) -> {
          GraphSink sink = new GraphSink(format, out, Prefixes.USUAL, limits.collectedTriples());
          saying.say(view, headers, sink);
          sink.finish();
        });
  }

  private Thing require(Context ctx, Finder finder, String path) {
    return store
        .read(
            Scope.ALL,
            deadline(ctx),
            view -> {
              Optional<Thing> found = finder.apply(view, path);
              if (found.isEmpty()) {
                view.requireWhole();
              }
              return found;
            })
        .orElseThrow(
            () ->
                new Refusal(
                    404, "no-such-thing", "Nothing in the graph is called " + ctx.path() + "."));
  }

  private Deadline deadline(Context ctx) {
    return answers.deadline(Parameters.parse(ctx.queryString()).one("timeout"));
  }

  private static List<String> alternates(Thing thing) {
    List<String> links = new ArrayList<>();
    for (AnswerFormat format : DOCUMENTS) {
      if (format instanceof GraphFormat rdf) {
        links.add(link(thing.document(rdf), "alternate", rdf.mediaTypes().get(0)));
      }
    }
    links.add(link(thing.page(), "alternate", PageFormat.HTML.mediaTypes().get(0)));
    return links;
  }

  private static List<String> pages(String document, long page, boolean more) {
    List<String> links = new ArrayList<>();
    if (page > 1) {
      links.add(link(document, "first", ""));
      links.add(link(document + "?page=" + (page - 1), "prev", ""));
    }
    if (more) {
      links.add(link(document + "?page=" + (page + 1), "next", ""));
    }
    return links;
  }

  private static String link(String target, String relation, String mediaType) {
    String type = mediaType.isEmpty() ? "" : "; type=\"" + mediaType + "\"";
    return "<" + target + ">; rel=\"" + relation + "\"" + type;
  }
}
