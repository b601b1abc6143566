package io.controlgraph.api;

import io.controlgraph.api.nodes.Ref;
import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.api.rows.RowPage;
import io.controlgraph.security.Refusal;
import io.controlgraph.trace.coverage.Cell;
import io.controlgraph.trace.coverage.Rung;
import io.controlgraph.trace.index.TraceIndex;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;

/** The cells behind the figures of coverage. */
final class CellRoutes implements Routes {
  private static final String PATH = "/api/v1/coverage/cells";
  private static final String JSON = "application/json";
  private static final String OUT = "not-applicable";
  private static final int USUAL = 100;
  private static final List<String> STANDINGS =
      Stream.concat(Arrays.stream(Rung.values()).map(CellRoutes::id), Stream.of(OUT)).toList();

  private final TraceAnswers answers;

  CellRoutes(TraceAnswers answers) {
    this.answers = answers;
  }

  /**
   * Cells as they are written.
   *
   * @param day that they are about
   * @param total how many there are on all pages
   */
  private record CellPage(String day, long total, List<OneCell> cells) {}

  /**
   * A cell as it is written.
   *
   * @param id of the requirement
   * @param standing its rung, or that it is not applicable
   */
  private record OneCell(
      Ref organisation,
      Ref framework,
      Ref requirement,
      @Nullable String id,
      Ref target,
      Ref kind,
      String standing) {}

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.get(PATH, "getCells", "Traceability", "The cells behind a figure of coverage")
            .takes(
                Input.text("org", "One organisation only."),
                Input.text("framework", "One framework only."),
                Input.text("requirement", "One requirement only."),
                Input.text("target", "One target only."),
                Input.text("kind", "One kind of target only, such as cg:TargetKind-dataset."),
                Input.choice("standing", STANDINGS, "Only cells that stand just there."),
                Input.number("limit", 0, RowPage.LONGEST, "The cells of a page; 100 if absent."),
                Input.number("offset", 0, Long.MAX_VALUE, "How many cells to leave out first."),
                Input.day(),
                Input.timeout())
            .tagged()
            .givesJson(200, "The cells, in the order of their ids and names.", CellPage.class)
            .tells(IndexHeaders.DESCRIBED),
        this::cells);
  }

  private void cells(Context ctx) throws Exception {
    answers.answer(
        ctx,
        JSON,
        asked -> {
          TraceIndex index = asked.index();
          Predicate<Cell> wanted = wanted(asked);
          List<OneCell> all =
              answers
                  .cells(asked)
                  .filter(wanted)
                  .map(cell -> written(index, cell))
                  .sorted(ORDER)
                  .toList();
          RowPage page = RowPage.of(asked.parameters());
          long limit = page.limit() < 0 ? USUAL : page.limit();
          if (limit > 0) {
            ctx.header(
                "Link",
                new RowPage(page.offset(), limit)
                    .links(ctx.path(), asked.parameters(), all.size()));
          }
          Json.send(
              ctx,
              new CellPage(
                  asked.day().toString(),
                  all.size(),
                  all.stream().skip(page.offset()).limit(limit).toList()));
        });
  }

  private Predicate<Cell> wanted(TraceAnswers.Asked asked) {
    Optional<Integer> framework = answers.thing(asked, "framework");
    Optional<Integer> requirement = answers.thing(asked, "requirement");
    Optional<Integer> target = answers.thing(asked, "target");
    Optional<Integer> kind = answers.thing(asked, "kind");
    String standing = standing(asked.parameters().one("standing"));
    return cell ->
        isOrAny(framework, cell.framework())
            && isOrAny(requirement, cell.requirement())
            && isOrAny(target, cell.target())
            && isOrAny(kind, cell.kind())
            && (standing == null || standing.equals(standing(cell)));
  }

  private static boolean isOrAny(Optional<Integer> wanted, int number) {
    return wanted.isEmpty() || wanted.get() == number;
  }

  private static @Nullable String standing(@Nullable String given) {
    if (given == null || given.isEmpty()) {
      return null;
    }
    if (!STANDINGS.contains(given)) {
      throw new Refusal(
          400,
          "bad-parameter",
          "The parameter 'standing' is one of %s, not: %s"
              .formatted(String.join(", ", STANDINGS), given));
    }
    return given;
  }

  private static String standing(Cell cell) {
    return cell.isApplicable() ? id(cell.rung()) : OUT;
  }

  private static String id(Rung rung) {
    return rung.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static final Comparator<OneCell> ORDER =
      Comparator.comparing((OneCell cell) -> named(cell.organisation()))
          .thenComparing(cell -> named(cell.framework()))
          .thenComparing(cell -> cell.id() == null ? "" : cell.id())
          .thenComparing(cell -> named(cell.target()))
          .thenComparing(cell -> cell.requirement().iri())
          .thenComparing(cell -> cell.target().iri())
          .thenComparing(cell -> cell.kind().iri());

  private static String named(Ref thing) {
    return thing.label() == null ? "" : thing.label();
  }

  private static OneCell written(TraceIndex index, Cell cell) {
    return new OneCell(
        ref(index, cell.organisation(), RDFS.label.asNode()),
        ref(index, cell.framework(), RDFS.label.asNode()),
        ref(index, cell.requirement(), RDFS.label.asNode()),
        text(index, cell.requirement(), DCTerms.identifier.asNode()),
        ref(index, cell.target(), RDFS.label.asNode()),
        ref(index, cell.kind(), SKOS.prefLabel.asNode()),
        standing(cell));
  }

  private static Ref ref(TraceIndex index, int thing, Node label) {
    return new Ref(index.iri(thing), text(index, thing, label));
  }

  private static @Nullable String text(TraceIndex index, int thing, Node property) {
    return index.literal(thing, property).map(Node::getLiteralLexicalForm).orElse(null);
  }
}
