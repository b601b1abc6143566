package io.controlgraph.graph.jena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Iterator;
import java.util.function.Supplier;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.atlas.lib.tuple.TupleFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexWrapper;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Test;

class SubjectIndexTest {
  private static final int SUBJECTS = 1000;
  private static final Node P = iri("p");
  private static final Node Q = iri("q");

  /** Each subject's :p is the same in two graphs and another one in a third; its :q is in one. */
  private final DatasetGraph dataset = DatabaseMgr.createDatasetGraph();

  SubjectIndexTest() {
    dataset.begin(ReadWrite.WRITE);
    for (int i = 0; i < SUBJECTS; i++) {
      Node subject = iri("s" + i);
      dataset.add(iri("g1"), subject, P, iri("o" + i % 7));
      dataset.add(iri("g2"), subject, P, iri("o" + i % 7));
      dataset.add(iri("g3"), subject, P, iri("other" + i));
      dataset.add(iri("g2"), subject, Q, iri("s" + (i + 1) % SUBJECTS));
    }
    dataset.commit();
    dataset.end();
  }

  @Test
  void gives_a_triple_of_several_graphs_once() {
    assertEquals(2 * SUBJECTS, rows("SELECT * { ?s :q ?t . ?t :p ?o }"));
  }

  @Test
  void keeps_graphs_apart() {
    assertEquals(SUBJECTS, rows("SELECT * { GRAPH :g2 { ?s :q ?t . ?t :p ?o } }"));
    assertEquals(3 * SUBJECTS, rows("SELECT * { GRAPH :g2 { ?s :q ?t } GRAPH ?g { ?t :p ?o } }"));
  }

  @Test
  void holds_objects_to_what_is_asked() {
    assertEquals(143, rows("SELECT * { ?s :q ?t FILTER EXISTS { ?t :p :o3 } }"));
    assertEquals(0, rows("SELECT * { ?s :q ?t FILTER EXISTS { ?t :p :none } }"));
  }

  @Test
  void walks_paths() {
    assertEquals(2 * SUBJECTS, rows("SELECT * { ?s :q/:p ?o }"));
    assertEquals(SUBJECTS, rows("SELECT * { :s0 :q* ?o }"));
  }

  @Test
  void asks_the_index_no_more_once_a_predicate_was_asked_about_often() {
    Counting bySubject = new Counting(index("SPOG"));
    Counting byPredicate = new Counting(index("POSG"));
    within(
        () -> {
          SubjectIndex index = new SubjectIndex(bySubject, byPredicate);
          NodeId p = id(P);
          for (int i = 0; i < SUBJECTS; i++) {
            assertEquals(3, Iter.count(index.find(quad(id(iri("s" + i)), p))));
          }
          return 0;
        });
    // 3,000 quads are too many for 256 look-ups at 8 a look-up, and not for 512.
    assertEquals(511, bySubject.times);
    assertEquals(2, byPredicate.times);
  }

  @Test
  void a_reader_sees_its_own_snapshot() {
    assertEquals(2 * SUBJECTS, rows("SELECT * { ?s :q ?t . ?t :p ?o }"));
    dataset.begin(ReadWrite.WRITE);
    dataset.add(iri("g1"), iri("s1"), P, iri("new"));
    dataset.commit();
    dataset.end();
    assertEquals(2 * SUBJECTS + 1, rows("SELECT * { ?s :q ?t . ?t :p ?o }"));
  }

  private long rows(String sparql) {
    return within(
        () -> {
          try (QueryExec exec =
              QueryExec.dataset(ReaderDataset.of(dataset))
                  .query("PREFIX : <http://example/> " + sparql)
                  .set(TDB2.symUnionDefaultGraph, true)
                  .build()) {
            return Iter.count(exec.select());
          }
        });
  }

  private <T> T within(Supplier<T> read) {
    dataset.begin(ReadWrite.READ);
    try {
      return read.get();
    } finally {
      dataset.end();
    }
  }

  private TupleIndex index(String name) {
    TupleIndex found = TDBInternal.findIndex(dataset, name);
    assertTrue(found.getName().equals(name));
    return found;
  }

  private NodeId id(Node node) {
    return TDBInternal.getNodeId(dataset, node);
  }

  private static Tuple<NodeId> quad(NodeId subject, NodeId predicate) {
    return TupleFactory.create4(NodeId.NodeIdAny, subject, predicate, NodeId.NodeIdAny);
  }

  private static Node iri(String name) {
    return NodeFactory.createURI("http://example/" + name);
  }

  private static final class Counting extends TupleIndexWrapper {
    private int times;

    Counting(TupleIndex index) {
      super(index);
    }

    @Override
    public Iterator<Tuple<NodeId>> find(Tuple<NodeId> pattern) {
      times++;
      return super.find(pattern);
    }
  }
}
