package io.controlgraph.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.jena.StoreOptions;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import io.controlgraph.trace.coverage.OfOrganisation;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.vocab.Cg;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What lies between a commit and the answers that show it. */
@Timeout(60)
final class LiveTraceTest {
  private static final LocalDate DAY = LocalDate.parse("2026-03-31");
  private static final Node TARGET = Cg.term("target");

  private final Queue<Runnable> work = new ArrayDeque<>();
  private Tdb2GraphStore store;
  private LiveTrace live;

  @BeforeEach
  void open(@TempDir Path folder) {
    store =
        Tdb2GraphStore.open(
            folder.resolve("store"),
            new StoreOptions("http://localhost:7070/", GraphFactory::createDefaultGraph));
    live = LiveTrace.over(store, null, Settling.by(work::add));
  }

  @AfterEach
  void close() {
    live.close();
    store.close();
  }

  @Test
  void a_commit_leaves_what_was_worked_out_of_organisations_it_does_not_touch() throws Exception {
    write(
        quad("a", Cg.IN_ORGANISATION, iri("org-a")),
        quad("a", RDF.type.asNode(), Cg.MANAGEMENT_SYSTEM),
        quad("b", Cg.IN_ORGANISATION, iri("org-b")),
        quad("b", RDF.type.asNode(), Cg.MANAGEMENT_SYSTEM));
    TraceIndex first = index();
    OfOrganisation a = of(first, "org-a");
    OfOrganisation b = of(first, "org-b");
    assertSame(a, of(first, "org-a"));
    write(quad("b", TARGET, iri("b")));
    // Nobody asks in between.
    write(quad("b", TARGET, iri("c")));
    TraceIndex last = index();
    assertSame(a.cells(), of(last, "org-a").cells());
    assertNotSame(b, of(last, "org-b"));
    assertEquals(2, last.links(TARGET).from(last.number(iri("b"))).length);
    // Who was answered from the index before still is.
    assertSame(a.cells(), of(first, "org-a").cells());
  }

  @Test
  void what_lies_beside_is_compressed_beside_the_writer() throws Exception {
    write(
        quad("a", Cg.IN_ORGANISATION, iri("org-a")),
        quad("a", RDF.type.asNode(), Cg.MANAGEMENT_SYSTEM));
    OfOrganisation before = of(index(), "org-a");
    write(many(0, 600));
    assertEquals(0, work.size(), "not worth it yet");
    write(many(600, 1_200));
    assertEquals(1, work.size());
    assertTrue(index().isWorthSettling(), "the writer did not wait");
    write(many(1_200, 1_300));
    assertEquals(1, work.size(), "one at a time");
    work.remove().run();
    TraceIndex settled = index();
    assertFalse(settled.isWorthSettling());
    assertEquals(store.revision().number(), settled.revision());
    assertEquals(1_300, settled.links(TARGET).to(settled.number(iri("target"))).length);
    assertSame(before.cells(), of(settled, "org-a").cells());
    write(many(1_300, 1_301));
    assertEquals(0, work.size());
    assertEquals(1_301, index().links(TARGET).to(settled.number(iri("target"))).length);
  }

  private TraceIndex index() throws InterruptedException {
    return live.await(Deadline.after(Duration.ofSeconds(30))).orElseThrow().index().index();
  }

  private OfOrganisation of(TraceIndex index, String organisation) {
    OfOrganisation own = live.coverage(index, DAY).of(index.number(iri(organisation)));
    assertTrue(own.cells().isEmpty());
    return own;
  }

  private void write(Quad... quads) {
    store.write("test", "change", transaction -> List.of(quads).forEach(transaction::add));
  }

  /** Things of the organisation, so that its coverage is not as it was, and of none. */
  private static Quad[] many(int from, int to) {
    List<Quad> quads = new ArrayList<>();
    for (int i = from; i < to; i++) {
      quads.add(quad("thing" + i, TARGET, iri("target")));
      quads.add(quad("thing" + i, Cg.IN_ORGANISATION, iri("org-c")));
    }
    return quads.toArray(Quad[]::new);
  }

  private static Quad quad(String subject, Node property, Node object) {
    return Quad.create(iri("graph"), iri(subject), property, object);
  }

  private static Node iri(String name) {
    return NodeFactory.createURI("http://example.org/" + name);
  }
}
