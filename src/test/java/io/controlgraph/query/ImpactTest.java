package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.whatif.Impact;
import io.controlgraph.trace.whatif.Impact.Dependent;
import io.controlgraph.trace.whatif.Impact.Resting;
import io.controlgraph.vocab.Cg;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Impact on the index has the rows of the questions trace/depends-on and trace/rests-on-control.
 */
@Timeout(300)
final class ImpactTest {
  private static final String[] DEPENDS = {"dependent", "kindLabel", "direct", "post"};
  private static final String[] RESTS = {"org", "kind", "thing", "how"};
  private static final List<String> DEPENDENCIES =
      List.of(
          "dependsOn",
          "partOf",
          "runsIn",
          "usesModel",
          "trainedOn",
          "derivedFrom",
          "producedBy",
          "suppliedBy",
          "supplier");

  @Test
  void is_as_the_questions_have_it_on_the_sample_organisations(@TempDir Path folder)
      throws IOException {
    try (Samples samples = new Samples(folder)) {
      samples.read(
          view -> {
            TraceIndex index = Definitions.index(view);
            Map<String, Integer> seen = new TreeMap<>();
            assertAgree(
                index, (sparql, columns) -> Definitions.rows(view, sparql, columns), "", seen);
            assertTrue(seen.getOrDefault("dependents", 0) > 200, seen::toString);
            assertTrue(seen.getOrDefault("resting", 0) > 500, seen::toString);
            return seen;
          });
    }
  }

  @Test
  void is_as_the_questions_have_it_on_graphs_of_every_odd_shape() {
    Map<String, Integer> seen = new TreeMap<>();
    for (int seed = 0; seed < 40; seed++) {
      DatasetGraph data = DatasetGraphFactory.createGeneral();
      new OddGraph(seed).quads().forEach(data::add);
      new OddRisks(seed).quads().forEach(data::add);
      assertAgree(
          Definitions.index(data),
          (sparql, columns) -> Definitions.rows(data, sparql, columns),
          "seed " + seed,
          seen);
    }
    for (String kind : List.of("implementation", "direct", "inherited", "risk", "incident")) {
      assertTrue(seen.getOrDefault(kind, 0) > 5, () -> kind + " " + seen);
    }
  }

  @FunctionalInterface
  private interface Asked {
    Set<String> rows(String sparql, String... columns);
  }

  private static void assertAgree(
      TraceIndex index, Asked asked, String what, Map<String, Integer> seen) {
    Impact impact = new Impact(index, Fixture.DAY);
    for (int node : dependedOn(index)) {
      Set<String> rows = dependents(index, impact, node);
      assertEquals(
          String.join(
              "\n", asked.rows(sparql("trace/depends-on", "node", index.iri(node)), DEPENDS)),
          String.join("\n", rows),
          () -> "on " + index.iri(node) + ", " + what);
      seen.merge("dependents", rows.size(), Integer::sum);
    }
    for (int requirement : index.links(Cg.REQUIREMENT_PROPERTY).backward().nodes()) {
      Set<String> rows = resting(index, impact, requirement, seen);
      assertEquals(
          String.join(
              "\n",
              asked.rows(
                  sparql("trace/rests-on-control", "requirement", index.iri(requirement)), RESTS)),
          String.join("\n", rows),
          () -> "on " + index.iri(requirement) + ", " + what);
      seen.merge("resting", rows.size(), Integer::sum);
    }
  }

  private static String sparql(String question, String parameter, String iri) {
    return Definitions.sparql(question, Fixture.DAY, Map.of(parameter, iri));
  }

  /** All that something depends on, and all targets. */
  private static Set<Integer> dependedOn(TraceIndex index) {
    Set<Integer> nodes = new TreeSet<>();
    for (String property : DEPENDENCIES) {
      Arrays.stream(index.links(Cg.term(property)).backward().nodes()).forEach(nodes::add);
    }
    Arrays.stream(index.links(RDF.type.asNode()).to(index.number(Cg.DATASET))).forEach(nodes::add);
    return nodes;
  }

  private static Set<String> dependents(TraceIndex index, Impact impact, int node) {
    Set<String> rows = new TreeSet<>();
    for (Dependent each : impact.dependents(node)) {
      for (String kind :
          orNone(each.kinds(), kind -> texts(index, kind, SKOS.prefLabel.asNode()))) {
        for (String post : orNone(each.posts(), number -> List.of(index.iri(number)))) {
          rows.add(
              String.join(
                  " ", index.iri(each.thing()), kind, String.valueOf(each.isDirect()), post));
        }
      }
    }
    return rows;
  }

  private static List<String> orNone(List<Integer> numbers, Function<Integer, List<String>> texts) {
    List<String> all = new ArrayList<>();
    numbers.forEach(number -> all.addAll(texts.apply(number)));
    return all.isEmpty() ? List.of("-") : all;
  }

  private static Set<String> resting(
      TraceIndex index, Impact impact, int requirement, Map<String, Integer> seen) {
    Set<String> rows = new TreeSet<>();
    for (Resting each : impact.restingOn(requirement)) {
      String part = each.part().name().toLowerCase(Locale.ROOT);
      List<String> hows =
          switch (each.how()) {
            case Resting.DIRECT -> List.of("direct");
            case Resting.INHERITED -> List.of("inherited");
            default -> texts(index, each.how(), SKOS.notation.asNode());
          };
      for (String how : hows) {
        seen.merge(part.equals("target") ? how : part, 1, Integer::sum);
        rows.add(
            String.join(" ", index.iri(each.organisation()), part, index.iri(each.thing()), how));
      }
    }
    return rows;
  }

  private static List<String> texts(TraceIndex index, int subject, Node property) {
    return Arrays.stream(index.literals(property).of(subject))
        .mapToObj(literal -> index.literal(literal).getLiteralLexicalForm())
        .toList();
  }
}
