package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Touched;
import io.controlgraph.trace.gaps.Gaps;
import io.controlgraph.trace.index.NextIndex;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.vocab.Cg;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The gaps that are carried on over a commit are those that would be found anew. */
@Timeout(300)
class CarriedGapsTest {
  private static final int SEEDS = 40;
  private static final int COMMITS = 8;
  private static final int MOST_CHANGES = 2;
  private static final String EXAMPLES = "http://example.org/";
  private static final String OVERDUE = "gaps/policies-overdue";

  /** A graph of a seed, and what to change in it. */
  private record World(
      List<Quad> quads,
      Function<DatasetGraph, List<Quad>> additions,
      Function<DatasetGraph, List<Quad>> deletions) {
    static World people(int seed) {
      OddWriter writer = new OddPeople(seed).writer();
      return new World(writer.quads(), writer::additions, writer::deletions);
    }

    static World controls(int seed) {
      OddControls graph = new OddControls(seed);
      return new World(graph.quads(), graph::additions, graph::deletions);
    }

    static World assurance(int seed) {
      OddAssurance graph = new OddAssurance(seed);
      return new World(graph.quads(), graph::additions, graph::deletions);
    }
  }

  private int carried;
  private int workedOut;

  @Test
  void are_those_that_would_be_found_anew() {
    for (int seed = 0; seed < SEEDS; seed++) {
      change(World.people(seed), World.controls(seed), "people, seed " + seed);
      change(World.controls(seed), World.assurance(seed), "controls, seed " + seed);
      change(World.assurance(seed), World.people(seed), "assurance, seed " + seed);
    }
    assertTrue(carried > SEEDS * COMMITS / 4, () -> "carried on: " + carried);
    assertTrue(workedOut > SEEDS * COMMITS / 4, () -> "worked out anew: " + workedOut);
  }

  /** Changes a world, beside which there is another of other organisations. */
  private void change(World world, World other, String what) {
    DatasetGraph data = DatasetGraphFactory.createGeneral();
    world.quads().forEach(data::add);
    TraceIndex index =
        GapAgreement.index(
            Stream.concat(data.stream(), other.quads().stream().map(CarriedGapsTest::apart)), 1);
    Coverage coverage = new Coverage(index, Fixture.DAY);
    Gaps gaps = new Gaps(coverage);
    rows(gaps);
    for (int commit = 1; commit <= COMMITS; commit++) {
      List<Quad> added = first(world.additions().apply(data), commit % (MOST_CHANGES + 1));
      List<Quad> deleted = first(world.deletions().apply(data), (commit + 1) % MOST_CHANGES + 1);
      deleted.forEach(data::delete);
      added.forEach(data::add);
      TraceIndex next = NextIndex.after(index, index.revision() + 1, added, deleted);
      Touched touched = Touched.by(index, next, added, deleted);
      Coverage later = coverage.on(next, touched);
      Gaps on = touched.isAll() ? new Gaps(later) : gaps.on(later, touched);
      assertEquals(
          rows(new Gaps(new Coverage(next, Fixture.DAY))),
          rows(on),
          () -> what + " +" + added + " -" + deleted);
      count(gaps, on);
      index = next;
      coverage = later;
      gaps = on;
    }
  }

  private static Quad apart(Quad quad) {
    return Quad.create(
        quad.getGraph(), apart(quad.getSubject()), quad.getPredicate(), apart(quad.getObject()));
  }

  private static Node apart(Node node) {
    return node.isURI() && node.getURI().startsWith(EXAMPLES)
        ? NodeFactory.createURI(EXAMPLES + "other/" + node.getURI().substring(EXAMPLES.length()))
        : node;
  }

  private static List<Quad> first(List<Quad> quads, int count) {
    return quads.subList(0, Math.min(quads.size(), count));
  }

  private void count(Gaps before, Gaps after) {
    String question = "gaps/never-tested";
    for (int organisation : after.organisations()) {
      if (before.rows(question, organisation).orElseThrow()
          == after.rows(question, organisation).orElseThrow()) {
        carried++;
      } else {
        workedOut++;
      }
    }
  }

  private static String rows(Gaps gaps) {
    return IntStream.of(gaps.organisations())
        .boxed()
        .flatMap(
            organisation ->
                gaps.questions().stream()
                    .sorted()
                    .flatMap(
                        question ->
                            gaps.rows(question, organisation).orElseThrow().stream()
                                .map(row -> organisation + " " + question + " " + row)
                                .sorted()))
        .collect(Collectors.joining("\n"));
  }

  /** A thing that is of no interest to coverage is one to a rule. */
  @Test
  void hold_until_something_is_said_of_what_they_were_worked_out_from() {
    List<Quad> quads =
        Stream.of("a", "b")
            .flatMap(
                name ->
                    Stream.of(
                        quad(name + "-policy", Cg.term("inOrganisation"), iri(name)),
                        quad(name + "-policy", RDF.type.asNode(), Cg.POLICY)))
            .toList();
    TraceIndex index = GapAgreement.index(quads.stream(), 1);
    Gaps gaps = new Gaps(new Coverage(index, Fixture.DAY));
    int a = index.number(iri("a"));
    int b = index.number(iri("b"));
    Optional<List<org.apache.jena.sparql.engine.binding.Binding>> ofB = gaps.rows(OVERDUE, b);
    assertEquals(List.of(), gaps.rows(OVERDUE, a).orElseThrow());
    List<Quad> added =
        List.of(
            quad(
                "a-policy",
                Cg.term("reviewDue"),
                NodeFactory.createLiteralDT(
                    Fixture.DAY.minusDays(1).toString(), XSDDatatype.XSDdate)));
    TraceIndex next = NextIndex.after(index, 2, added, List.of());
    Touched touched = Touched.by(index, next, added, List.of());
    Gaps on = gaps.on(new Coverage(next, Fixture.DAY), touched);
    assertEquals(1, on.rows(OVERDUE, a).orElseThrow().size());
    assertSame(ofB.orElseThrow(), on.rows(OVERDUE, b).orElseThrow());
  }

  private static Node iri(String name) {
    return NodeFactory.createURI(EXAMPLES + name);
  }

  private static Quad quad(String subject, Node property, Node object) {
    return Quad.create(iri("graph"), iri(subject), property, object);
  }
}
