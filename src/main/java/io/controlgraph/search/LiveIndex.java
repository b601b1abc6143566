package io.controlgraph.search;

import io.controlgraph.graph.Aged;
import io.controlgraph.graph.Capability;
import io.controlgraph.graph.CommitListener.Commit;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.InStep;
import io.controlgraph.graph.View;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** Keeps the search index of a store in step with it, as {@link InStep} has it. */
public final class LiveIndex implements AutoCloseable {
  private final InStep<LabelIndex> kept;

  private LiveIndex(InStep<LabelIndex> kept) {
    this.kept = kept;
  }

  /** Follows a store from now on; does not wait for the index. */
  public static LiveIndex over(GraphStore store) {
    return new LiveIndex(
        InStep.with(
            store, Capability.SEARCH, InStep.First.IN_A_MOMENT, (view, progress) -> read(view)));
  }

  /** The index at a revision, if it stands at just that one. */
  public Optional<LabelIndex> at(long revision) {
    return kept.at(revision);
  }

  /**
   * The index of the latest revision; waits for the first one to be built.
   *
   * @return nothing if it is not there by the deadline
   * @throws GraphFailure.NotCapable if the store has no index
   */
  public Optional<LabelIndex> await(Deadline until) throws InterruptedException {
    return kept.await(until).map(Aged::index);
  }

  private static InStep.Writer<LabelIndex> read(View view) {
    IndexWriter writer = new IndexWriter();
    writer.apply(
        view.revision().number(),
        Stream.empty(),
        Stream.of(Role.values())
            .flatMap(role -> view.quads(Node.ANY, Node.ANY, role.property(), Node.ANY)));
    return new InStep.Writer<>() {
      @Override
      public LabelIndex index() {
        return writer.index();
      }

      @Override
      public void take(Commit commit) {
        writer.apply(
            commit.revision().number(), commit.deleted().stream(), commit.added().stream());
      }
    };
  }

  @Override
  public void close() {
    kept.close();
  }
}
