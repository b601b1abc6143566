package io.controlgraph.trace;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Intake;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.View;
import io.controlgraph.search.BeforeIndexing;
import io.controlgraph.testing.ForwardingStore;
import io.controlgraph.testing.Served;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.RowSet;

/** A store of which an index reads some statements, and no more before it is let. */
public final class HeldReading extends ForwardingStore {
  /** Five statements that an index keeps. */
  public static final String THINGS =
      """
      <http://localhost:7070/graph/g> {
        <http://localhost:7070/id/a/1> a <https://w3id.org/controlgraph/ns#Asset> ;
          <http://www.w3.org/2000/01/rdf-schema#label> "a/1" .
        <http://localhost:7070/id/a/2> a <https://w3id.org/controlgraph/ns#Asset> ;
          <http://www.w3.org/2000/01/rdf-schema#label> "a/2" ;
          <https://w3id.org/controlgraph/ns#dependsOn> <http://localhost:7070/id/a/1> . }
      """;

  private final long after;
  private final long expected;
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch let = new CountDownLatch(1);

  /**
   * @param after how many statements are read before it is held
   * @param expected how many there are said to be
   */
  public HeldReading(GraphStore store, long after, long expected) {
    super(store);
    this.after = after;
    this.expected = expected;
  }

  /**
   * Serves a new store, held after three statements, of which it says that there are five.
   *
   * @param taker takes what is put between the server and the store
   */
  public static Served served(Path folder, Consumer<HeldReading> taker) {
    return Served.in(
        folder,
        Served.Recipe.PLAIN,
        store -> {
          HeldReading held = new HeldReading(store, 3, 5);
          taker.accept(held);
          return held;
        });
  }

  /** Waits until it is held. */
  public void awaitHeld() throws InterruptedException {
    held.await();
  }

  /** Lets it read the rest. */
  public void let() {
    let.countDown();
  }

  @Override
  public <T extends @org.jspecify.annotations.Nullable Object, X extends Exception> T read(
      Scope scope, Deadline deadline, ReadWork<T, X> work) throws X {
    return store.read(
        scope, deadline, view -> work.read(BeforeIndexing.isNow() ? new HeldView(view) : view));
  }

  private final class HeldView implements View {
    private final View view;

    private HeldView(View view) {
      this.view = view;
    }

    @Override
    public void statements(Intake intake) {
      intake.expect(expected);
      view.statements(new HeldIntake(intake));
    }

    @Override
    public Revision revision() {
      return view.revision();
    }

    @Override
    public RowSet select(String sparql) {
      return view.select(sparql);
    }

    @Override
    public boolean ask(String sparql) {
      return view.ask(sparql);
    }

    @Override
    public void construct(String sparql, StreamRDF sink) {
      view.construct(sparql, sink);
    }

    @Override
    public Stream<Quad> quads(Node graph, Node subject, Node predicate, Node object) {
      return view.quads(graph, subject, predicate, object);
    }
  }

  private final class HeldIntake implements Intake {
    private final Intake intake;
    private long taken;

    private HeldIntake(Intake intake) {
      this.intake = intake;
    }

    @Override
    public Optional<String> wanted(Node property) {
      return intake.wanted(property);
    }

    @Override
    public void expect(long statements) {
      intake.expect(statements);
    }

    @Override
    public void take(View.TokenQuad quad) {
      if (taken++ == after) {
        held.countDown();
        try {
          let.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      intake.take(quad);
    }

    @Override
    public void passOver(long statements) {
      intake.passOver(statements);
    }
  }
}
