package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.whatif.CellChange;
import io.controlgraph.trace.whatif.Loss;
import io.controlgraph.trace.whatif.Removal;
import io.controlgraph.trace.whatif.WhatIf;
import io.controlgraph.vocab.Cg;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What-if says what would be if the data were really without what is taken away. */
@Timeout(300)
final class WhatIfTest {
  private static final List<String> DEFINITIONS =
      List.of("ladder", "treated", "accepted", "residuals", "remaining", "high-risks");

  /**
   * The definitions of risk on the index have the rows that SPARQL has, on graphs of all shapes.
   */
  @Test
  void risks_are_as_the_shared_definitions_have_them() {
    Map<String, Integer> seen = new TreeMap<>();
    for (int seed = 0; seed < 100; seed++) {
      DatasetGraph data = data(seed);
      assertAgree(data, Definitions.index(data), "seed " + seed)
          .forEach((name, rows) -> seen.merge(name, rows, Integer::sum));
    }
    DEFINITIONS.forEach(
        name -> assertTrue(seen.getOrDefault(name, 0) > 20, () -> name + ": " + seen));
  }

  @Test
  void risks_of_the_samples_are_as_the_shared_definitions_have_them(@TempDir Path folder)
      throws IOException {
    try (Samples samples = new Samples(folder)) {
      Standings standings = new Standings(samples.read(Definitions::index), Fixture.DAY);
      for (String name : DEFINITIONS) {
        Set<String> expected =
            samples.read(view -> Definitions.rows(view, Definitions.shared(name, Fixture.DAY)));
        assertEquals(lines(expected), lines(rows(standings, name)), name);
        assertTrue(expected.size() > 2, () -> name + " " + expected);
      }
    }
  }

  /** The overlay is the index, and the ladder SPARQL's, of the data without those quads. */
  @Test
  void an_index_without_something_is_that_of_the_data_without_it() {
    for (int seed = 0; seed < 80; seed++) {
      DatasetGraph data = data(seed);
      TraceIndex index = Definitions.index(data);
      Random random = new Random(seed);
      List<Node> nodes = nodes(data);
      Set<Node> gone = new HashSet<>();
      for (int i = 0; i < 3; i++) {
        gone.add(nodes.get(random.nextInt(nodes.size())));
      }
      List<Triple> triples = triples(data);
      Set<Triple> statements = new HashSet<>();
      for (int i = 0; i < 4; i++) {
        statements.add(triples.get(random.nextInt(triples.size())));
      }
      Removal removal = new Removal(gone, statements);
      TraceIndex less = removal.from(index);
      remove(data, removal);
      assertEquals(
          Definitions.index(data).statements(), less.statements(), "statements, seed " + seed);
      assertAgree(data, less, "seed " + seed);
    }
  }

  @Test
  void removing_nothing_changes_nothing() {
    for (int seed = 0; seed < 50; seed++) {
      TraceIndex index = Definitions.index(data(seed));
      WhatIf whatIf = new WhatIf(index, Fixture.DAY);
      assertEquals(Loss.NOTHING, whatIf.without(Removal.NOTHING));
      Removal unknown =
          new Removal(
              Set.of(NodeFactory.createURI("http://example.org/nobody")),
              Set.of(
                  Triple.create(
                      NodeFactory.createURI("http://example.org/target0"),
                      Cg.term("partOf"),
                      NodeFactory.createURI("http://example.org/nobody"))));
      assertEquals(1, unknown.unknownTo(index).size());
      assertEquals(Loss.NOTHING, whatIf.without(unknown));
      assertEquals(
          lines(new Standings(index, Fixture.DAY).ladder),
          lines(new Standings(Removal.NOTHING.from(index), Fixture.DAY).ladder));
    }
  }

  /** Each node and each statement alone, of many graphs in which organisations share things. */
  @Test
  void a_loss_is_the_difference_to_the_data_without_it() {
    Map<String, Integer> seen = new TreeMap<>();
    for (int seed = 0; seed < 40; seed += 2) {
      DatasetGraph data = data(seed);
      TraceIndex index = Definitions.index(data);
      WhatIf whatIf = new WhatIf(index, Fixture.DAY);
      Standings before = new Standings(index, Fixture.DAY);
      List<Removal> removals = new ArrayList<>();
      nodes(data).forEach(node -> removals.add(Removal.of(node)));
      triples(data).forEach(triple -> removals.add(new Removal(Set.of(), Set.of(triple))));
      for (Removal removal : removals) {
        assertLoss(data, before, whatIf, removal, "seed " + seed + " " + removal, seen);
      }
    }
    for (String kind :
        List.of(
            "fell", "gone", "new", "plan", "acceptance", "unsupported", "remaining", "untreated")) {
      assertTrue(seen.getOrDefault(kind, 0) > 1, () -> kind + ": " + seen);
    }
  }

  private static void assertLoss(
      DatasetGraph data,
      Standings before,
      WhatIf whatIf,
      Removal removal,
      String what,
      Map<String, Integer> seen) {
    List<Quad> quads = remove(data, removal);
    Standings after = new Standings(Definitions.index(data), Fixture.DAY);
    quads.forEach(data::add);
    Loss loss = whatIf.without(removal);
    Set<String> changes = new TreeSet<>();
    for (CellChange change : loss.cells()) {
      changes.add(
          "%s %s %s"
              .formatted(before.place(change.cell()), change.rungBefore(), change.rungAfter()));
      String kind =
          change.isGone()
              ? "gone"
              : change.isFall() ? "fell" : change.before() == null ? "new" : "rose";
      seen.merge(kind, 1, Integer::sum);
    }
    assertEquals(lines(changes(before, after)), lines(changes), what);
    same(
        minus(before.effectivePlans, after.effectivePlans),
        loss.treatments(),
        lost -> before.text(lost.before()),
        "plan",
        what,
        seen);
    same(
        minus(before.acceptances, after.acceptances),
        loss.acceptances(),
        before::text,
        "acceptance",
        what,
        seen);
    same(
        minus(after.remaining, before.remaining),
        loss.remaining(),
        before::text,
        "remaining",
        what,
        seen);
    same(
        minus(before.treated, after.treated),
        loss.untreated(),
        each -> before.words(each.organisation(), each.risk()),
        "untreated",
        what,
        seen);
    same(
        unsupported(data, removal, before, after),
        loss.unsupported(),
        before::text,
        "unsupported",
        what,
        seen);
  }

  /** By the definition: some control of a plan stopped working at what the risk still threatens. */
  private static Set<String> unsupported(
      DatasetGraph data, Removal removal, Standings before, Standings after) {
    Set<String> shaken = new HashSet<>();
    for (String row : minus(before.worksAt, after.worksAt)) {
      List<String> words = List.of(row.split(" ", -1));
      Triple threat =
          Triple.create(
              NodeFactory.createURI(words.get(1)),
              Cg.term("threatens"),
              NodeFactory.createURI(words.get(4)));
      if (data.contains(Node.ANY, threat.getSubject(), threat.getPredicate(), threat.getObject())
          && !isGone(removal, threat)) {
        shaken.add(words.get(0) + " " + words.get(1) + " ");
      }
    }
    return before.residuals.stream()
        .filter(row -> after.residuals.contains(row))
        .filter(row -> shaken.stream().anyMatch(row::startsWith))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static <T> void same(
      Set<String> expected,
      List<T> actual,
      Function<T, String> text,
      String kind,
      String what,
      Map<String, Integer> seen) {
    Set<String> rows = new TreeSet<>();
    actual.forEach(each -> rows.add(text.apply(each)));
    assertEquals(actual.size(), rows.size(), () -> "twice in " + actual);
    assertEquals(lines(expected), lines(rows), () -> kind + ", " + what);
    seen.merge(kind, rows.size(), Integer::sum);
  }

  private static Set<String> changes(Standings before, Standings after) {
    Map<String, Integer> left = new HashMap<>(after.cells);
    Set<String> changes = new TreeSet<>();
    before.cells.forEach(
        (place, level) -> {
          Integer now = left.remove(place);
          if (!level.equals(now)) {
            changes.add("%s %s %s".formatted(place, rung(level), rung(now)));
          }
        });
    left.forEach((place, level) -> changes.add("%s null %s".formatted(place, rung(level))));
    return changes;
  }

  private static String rung(@Nullable Integer level) {
    return level == null
        ? "null"
        : List.of(
                "NOT_ASSESSED",
                "NOT_IMPLEMENTED",
                "PLANNED",
                "PARTIAL",
                "CLAIMED",
                "EVIDENCED",
                "OWNED",
                "EFFECTIVE")
            .get(level);
  }

  private static Map<String, Integer> assertAgree(
      DatasetGraph data, TraceIndex index, String what) {
    Standings standings = new Standings(index, Fixture.DAY);
    Map<String, Integer> sizes = new HashMap<>();
    for (String name : DEFINITIONS) {
      Set<String> expected = Definitions.rows(data, Definitions.shared(name, Fixture.DAY));
      assertEquals(lines(expected), lines(rows(standings, name)), () -> name + ", " + what);
      sizes.put(name, expected.size());
    }
    return sizes;
  }

  private static Set<String> rows(Standings standings, String name) {
    return switch (name) {
      case "ladder" -> standings.ladder;
      case "treated" -> standings.treated;
      case "accepted" -> standings.accepted;
      case "residuals" -> standings.residuals;
      case "remaining" -> standings.remaining;
      case "high-risks" -> standings.high;
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static DatasetGraph data(int seed) {
    DatasetGraph data = DatasetGraphFactory.createGeneral();
    new OddGraph(seed).quads().forEach(data::add);
    new OddRisks(seed).quads().forEach(data::add);
    return data;
  }

  private static List<Node> nodes(DatasetGraph data) {
    Set<Node> nodes = new HashSet<>();
    data.find()
        .forEachRemaining(
            quad -> {
              nodes.add(quad.getSubject());
              if (quad.getObject().isURI()) {
                nodes.add(quad.getObject());
              }
            });
    return nodes.stream().sorted((one, other) -> one.getURI().compareTo(other.getURI())).toList();
  }

  private static List<Triple> triples(DatasetGraph data) {
    Set<Triple> triples = new HashSet<>();
    data.find().forEachRemaining(quad -> triples.add(quad.asTriple()));
    return triples.stream()
        .sorted((one, other) -> one.toString().compareTo(other.toString()))
        .toList();
  }

  /** Really takes something away. */
  private static List<Quad> remove(DatasetGraph data, Removal removal) {
    List<Quad> quads = new ArrayList<>();
    data.find().forEachRemaining(quads::add);
    quads.removeIf(quad -> !isGone(removal, quad.asTriple()));
    quads.forEach(data::delete);
    return quads;
  }

  private static boolean isGone(Removal removal, Triple triple) {
    return removal.statements().contains(triple)
        || removal.nodes().contains(triple.getSubject())
        || removal.nodes().contains(triple.getObject());
  }

  private static Set<String> minus(Set<String> rows, Set<String> others) {
    Set<String> left = new TreeSet<>(rows);
    left.removeAll(others);
    return left;
  }

  private static String lines(Set<String> rows) {
    return String.join("\n", rows);
  }
}
