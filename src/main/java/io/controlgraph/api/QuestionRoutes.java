package io.controlgraph.api;

import io.controlgraph.api.openapi.Operation;
import io.controlgraph.api.rows.RowOrder;
import io.controlgraph.api.rows.RowPage;
import io.controlgraph.api.rows.RowWriter;
import io.controlgraph.graph.Capability;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.query.Catalogue;
import io.controlgraph.query.CatalogueException;
import io.controlgraph.query.Column;
import io.controlgraph.query.Form;
import io.controlgraph.query.Parameter;
import io.controlgraph.query.Question;
import io.controlgraph.query.ValueType;
import io.controlgraph.security.Refusal;
import io.controlgraph.sparql.Answers;
import io.controlgraph.sparql.Asked;
import io.controlgraph.sparql.EntityTag;
import io.controlgraph.sparql.Freshness;
import io.controlgraph.sparql.Negotiation;
import io.controlgraph.sparql.OriginRows;
import io.controlgraph.sparql.Parameters;
import io.controlgraph.sparql.QueryFormat;
import io.controlgraph.sparql.QueryText;
import io.controlgraph.sparql.Repeatable;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The catalogue, and each of its questions by name. */
final class QuestionRoutes implements Routes {
  private static final String PATH = "/api/v1/queries";

  /** How many rows there are on all pages. */
  static final String TOTAL = "ControlGraph-Total";

  private static final String QUERY_TYPE = "application/sparql-query";
  private static final Column MEMBERS = new Column(OriginRows.COLUMN, ValueType.STRING);
  private static final Set<String> OPTIONS =
      Set.of("format", "limit", "offset", "sort", "timeout", OriginRows.PARAMETER);

  private final GraphStore store;
  private final Catalogue catalogue;
  private final Supplier<LocalDate> today;
  private final Answers answers;

  /** Whether a question of the catalogue is answered alike while the graph is the same. */
  private final Map<String, Boolean> repeatable = new ConcurrentHashMap<>();

  QuestionRoutes(HttpServer.Parts parts, Answers answers) {
    this.store = parts.store();
    this.catalogue = parts.catalogue();
    this.today = parts.day();
    this.answers = answers;
  }

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.get(PATH, "listQuestions", QuestionOperations.GROUP, "The catalogue")
            .tagged()
            .givesJson(200, "All questions, with parameters and columns.", QuestionList.class),
        this::list);
    api.onEach(
        PATH + "/<name>", () -> QuestionOperations.of(catalogue.questions(), PATH), this::ask);
    api.on(QuestionOperations.loose(PATH, QUERY_TYPE), this::askLoose);
  }

  /** It says what day it is, so it changes at midnight, and with the version of the server. */
  private void list(Context ctx) {
    LocalDate day = today.get();
    byte[] list = Json.bytes(QuestionList.of(day, catalogue.questions(), PATH));
    String tag = EntityTag.of(list);
    if (!EntityTag.isAnswered(ctx, tag)) {
      ctx.contentType("application/json").result(list);
    }
    Freshness.mark(ctx);
    ctx.header("ETag", tag).header(Day.HEADER, day.toString());
  }

  private void ask(Context ctx) throws IOException {
    String name = ctx.pathParam("name");
    Question question =
        catalogue
            .find(name)
            .orElseThrow(
                () ->
                    new Refusal(
                        404,
                        "no-such-question",
                        "There is no question '" + name + "'; " + PATH + " lists them."));
    answer(ctx, question);
  }

  /** Answers a question that comes with the request, as the text of a query file. */
  private void askLoose(Context ctx) throws IOException {
    if (!String.valueOf(ctx.contentType()).startsWith(QUERY_TYPE)) {
      throw new Refusal(
              415, "unsupported-media-type", "A question is posted as " + QUERY_TYPE + ".")
          .withHeader("Accept-Post", QUERY_TYPE);
    }
    try {
      answer(ctx, catalogue.read(ctx.body()));
    } catch (CatalogueException e) {
      throw new Refusal(400, "bad-question", "The query file is faulty; see the errors.")
          .with("errors", e.faults());
    }
  }

  private void answer(Context ctx, Question question) throws IOException {
    Parameters parameters = Parameters.parse(ctx.queryString());
    LocalDate day = Day.of(parameters.one(Parameter.DAY), today);
    Map<String, String> arguments = arguments(question, parameters);
    Answers.QuerySource query =
        view -> QuestionText.bind(question, arguments, day, view, store.baseIri());
    Map<String, String> headers = new LinkedHashMap<>(Map.of(Day.HEADER, day.toString()));
    Negotiation.Choice choice =
        Negotiation.choose(
            Answers.accepted(ctx),
            parameters.one("format"),
            QuestionOperations.offers(question.form()).formats());
    if (isKnown(ctx, question, choice, headers)) {
      return;
    }
    if (choice.format() == QueryFormat.SPARQL) {
      Answers.QuerySource text =
          view -> QuestionText.bindGiven(question, arguments, day, view, store.baseIri());
      text(ctx, question, parameters, choice, headers, text);
    } else if (question.form() == Form.SELECT) {
      rows(ctx, question, parameters, choice, headers, query);
    } else {
      answers.answer(ctx, choice, asked(ctx, question), parameters.one("timeout"), headers, query);
    }
  }

  /** Gives the query that would be asked, for those who want to change it. */
  private void text(
      Context ctx,
      Question question,
      Parameters parameters,
      Negotiation.Choice choice,
      Map<String, String> headers,
      Answers.QuerySource query)
      throws IOException {
    answers.send(
        ctx,
        choice.mediaType(),
        asked(ctx, question),
        answers.deadline(parameters.one("timeout")),
        headers,
        (view, out) -> out.write(query.sparql(view).getBytes(StandardCharsets.UTF_8)));
  }

  /** Tags an answer to a GET; one without a day in its address changes with the day. */
  private boolean isKnown(
      Context ctx, Question question, Negotiation.Choice choice, Map<String, String> headers) {
    if (ctx.method().equals(HandlerType.POST)
        || !repeatable.computeIfAbsent(
            question.name(), name -> Repeatable.is(QueryText.parse(question.sparql())))) {
      return false;
    }
    String tag =
        EntityTag.of(ctx, store, choice.mediaType(), String.valueOf(headers.get(Day.HEADER)));
    headers.put("ETag", tag);
    return EntityTag.isAnswered(ctx, tag);
  }

  /** A question that is sent along has any name, or none. */
  private static Asked asked(Context ctx, Question question) {
    return ctx.method().equals(HandlerType.POST)
        ? new Asked("own-question", question.name())
        : Asked.named(question.name());
  }

  private void rows(
      Context ctx,
      Question question,
      Parameters parameters,
      Negotiation.Choice choice,
      Map<String, String> headers,
      Answers.QuerySource query)
      throws IOException {
    RowPage page = RowPage.of(parameters);
    RowOrder order = RowOrder.of(parameters.one("sort"), question);
    boolean origins = "true".equals(parameters.one(OriginRows.PARAMETER));
    if (origins) {
      store.require(Capability.ROW_ORIGINS);
    }
    Question answered = origins ? question.withColumn(MEMBERS) : question;
    answers.send(
        ctx,
        choice.mediaType(),
        asked(ctx, question),
        answers.deadline(parameters.one("timeout")),
        headers,
        (view, out) -> {
          RowPage.Cut cut = page.cut(view.select(order.applied(query.sparql(view))));
          if (page.limit() > 0) {
            headers.put(TOTAL, Long.toString(cut.total()));
            headers.put("Link", page.links(ctx.path(), parameters, cut.total()));
          }
          RowWriter.write(choice.format(), answered, OriginRows.of(cut.rows(), view, origins), out);
        });
  }

  /** An empty argument is one left out, as forms send it; the day is the context's anyway. */
  private static Map<String, String> arguments(Question question, Parameters parameters) {
    Map<String, String> arguments = new LinkedHashMap<>();
    for (String name : parameters.names()) {
      String value = parameters.one(name);
      boolean isOption = OPTIONS.contains(name) && question.parameter(name).isEmpty();
      if (value != null && !value.isEmpty() && !isOption && !name.equals(Parameter.DAY)) {
        arguments.put(name, value);
      }
    }
    return arguments;
  }
}
