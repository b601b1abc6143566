package io.controlgraph.api;

import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Offers;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.api.rows.RowPage;
import io.controlgraph.api.rows.RowWriter;
import io.controlgraph.graph.View;
import io.controlgraph.query.Catalogue;
import io.controlgraph.query.Question;
import io.controlgraph.query.RowOrder;
import io.controlgraph.query.Rule;
import io.controlgraph.query.Severity;
import io.controlgraph.security.Refusal;
import io.controlgraph.sparql.AnswerFormat;
import io.controlgraph.sparql.Answers;
import io.controlgraph.sparql.Negotiation;
import io.controlgraph.sparql.Parameters;
import io.controlgraph.sparql.TraceFormat;
import io.controlgraph.trace.gaps.Gaps;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The gaps that all rules find, from the trace index. */
final class GapRoutes implements Routes {
  private static final String PATH = "/api/v1/gaps";
  private static final String RULE = "rule";
  private static final String SEVERITY = "severity";
  private static final String ORGANISATION = "org";
  private static final int USUAL = 100;
  private static final AnswerFormat PAGE = TraceFormat.JSON;
  private static final List<AnswerFormat> OF_SEVERAL = List.of(PAGE);
  private static final List<AnswerFormat> OF_ONE =
      Stream.concat(OF_SEVERAL.stream(), RowWriter.FORMATS.stream()).toList();
  private static final Offers FORMATS = new Offers(OF_ONE);
  private static final List<String> SEVERITIES =
      Arrays.stream(Severity.values()).map(Severity::toString).toList();

  /** The worst first. */
  private static final Comparator<Rule> ORDER =
      Comparator.comparing(Rule::severity).reversed().thenComparing(rule -> rule.question().name());

  private final Catalogue catalogue;
  private final String baseIri;
  private final TraceAnswers answers;
  private final Map<String, RowOrder> orders = new ConcurrentHashMap<>();

  GapRoutes(HttpServer.Parts parts, TraceAnswers answers) {
    this.catalogue = parts.catalogue();
    this.baseIri = parts.store().baseIri();
    this.answers = answers;
  }

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.get(PATH, "getGaps", "Traceability", "The gaps that rules find")
            .takes(
                Input.texts(RULE, "The names of rules, to ask only these; all if absent."),
                Input.choice(SEVERITY, SEVERITIES, "The mildest severity; all if absent."),
                Input.text(ORGANISATION, "One organisation only."),
                Input.number(
                    "limit",
                    0,
                    RowPage.LONGEST,
                    "The gaps of a page; if absent 100, or all where one rule's are a table."),
                Input.number("offset", 0, Long.MAX_VALUE, "How many gaps to leave out first."),
                Input.day(),
                FORMATS.input(),
                Input.timeout())
            .tagged()
            .givesJson(
                200,
                "The gaps, the worst first; with just one rule also the table of its question.",
                GapPage.class,
                FORMATS.mediaTypes().stream()
                    .filter(type -> !PAGE.mediaTypes().contains(type))
                    .toArray(String[]::new))
            .tells(IndexHeaders.DESCRIBED),
        this::gaps);
  }

  private void gaps(Context ctx) throws Exception {
    Parameters parameters = Parameters.parse(ctx.queryString());
    List<Rule> rules = rules(parameters);
    boolean isOne = rules.size() == 1 && !parameters.all(RULE).isEmpty();
    Negotiation.Choice choice =
        Negotiation.choose(
            Answers.accepted(ctx), parameters.one("format"), isOne ? OF_ONE : OF_SEVERAL);
    RowPage page = RowPage.of(parameters);
    answers.answer(
        ctx,
        choice.mediaType(),
        asked -> {
          byte[] answer = answer(ctx, asked, rules, choice, page);
          ctx.contentType(Answers.withCharset(choice.mediaType())).result(answer);
        });
  }

  /** With a view only if there are rules that the index does not know. */
  private byte[] answer(
      Context ctx,
      TraceAnswers.Asked asked,
      List<Rule> rules,
      Negotiation.Choice choice,
      RowPage page)
      throws Exception {
    List<Rule> others =
        rules.stream()
            .filter(rule -> !answers.gaps(asked).questions().contains(rule.question().name()))
            .toList();
    if (others.isEmpty()) {
      return written(ctx, rows(asked, null), rules, choice, page);
    }
    if (isGiven(asked.parameters().one(ORGANISATION))) {
      others.forEach(GapRoutes::requireOrganisation);
    }
    return answers.withView(
        ctx,
        asked,
        (current, view) -> {
          byte[] answer = written(ctx, rows(current, view), rules, choice, page);
          view.requireWhole();
          return answer;
        });
  }

  private GapRows rows(TraceAnswers.Asked asked, @Nullable View view) {
    String organisation = asked.parameters().one(ORGANISATION);
    return new GapRows(
        asked,
        answers.gaps(asked),
        answers.thing(asked, ORGANISATION).orElse(Gaps.ALL),
        organisation != null && isGiven(organisation)
            ? Map.of(ORGANISATION, organisation)
            : Map.of(),
        view,
        baseIri,
        this::order);
  }

  private RowOrder order(Question question) {
    return orders.computeIfAbsent(question.name(), any -> new RowOrder(question));
  }

  private static byte[] written(
      Context ctx, GapRows rows, List<Rule> rules, Negotiation.Choice choice, RowPage page)
      throws IOException {
    Parameters parameters = rows.asked().parameters();
    if (choice.format() == PAGE) {
      RowPage usual = page.limit() < 0 ? new RowPage(page.offset(), USUAL) : page;
      GapPage gaps = GapPage.of(rows, rules, usual);
      link(ctx, usual, parameters, gaps.total());
      return Json.bytes(gaps);
    }
    Question question = rules.get(0).question();
    RowPage.Cut cut = rows.of(question, page);
    link(ctx, page, parameters, cut.total());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RowWriter.write(choice.format(), question, cut.rows(), out);
    return out.toByteArray();
  }

  private static void link(Context ctx, RowPage page, Parameters parameters, long total) {
    if (page.limit() > 0) {
      ctx.header(QuestionRoutes.TOTAL, Long.toString(total));
      ctx.header("Link", page.links(ctx.path(), parameters, total));
    }
  }

  private List<Rule> rules(Parameters parameters) {
    List<Rule> all = Rule.all(catalogue);
    List<String> names = parameters.all(RULE);
    for (String name : names) {
      if (all.stream().noneMatch(rule -> rule.question().name().equals(name))) {
        throw new Refusal(400, "no-such-rule", "There is no rule '" + name + "'.");
      }
    }
    Severity mildest = mildest(parameters.one(SEVERITY));
    return all.stream()
        .filter(rule -> names.isEmpty() || names.contains(rule.question().name()))
        .filter(rule -> rule.severity().compareTo(mildest) >= 0)
        .sorted(ORDER)
        .toList();
  }

  private static Severity mildest(@Nullable String given) {
    if (given == null || given.isEmpty()) {
      return Severity.LOW;
    }
    return Severity.named(given)
        .orElseThrow(
            () ->
                new Refusal(
                    400,
                    "bad-parameter",
                    "The parameter 'severity' is one of %s, not: %s"
                        .formatted(String.join(", ", SEVERITIES), given)));
  }

  private static boolean isGiven(@Nullable String value) {
    return value != null && !value.isEmpty();
  }

  /** What a rule says of all organisations would mislead where one is asked about. */
  private static void requireOrganisation(Rule rule) {
    if (rule.question().parameter(ORGANISATION).isEmpty()) {
      throw new Refusal(
          400,
          "bad-parameter",
          "The rule '%s' has no parameter 'org', so it cannot keep to one; name others by 'rule'."
              .formatted(rule.question().name()));
    }
  }
}
