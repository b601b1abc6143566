package io.controlgraph.trace.index;

import io.controlgraph.graph.BuildProgress;
import io.controlgraph.graph.Intake;
import io.controlgraph.graph.View;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** Reads an index out of a view. */
public final class IndexIntake implements Intake {
  private final IndexBuilder builder = new IndexBuilder();
  private final BuildProgress progress;

  private IndexIntake(BuildProgress progress) {
    this.progress = progress;
  }

  /**
   * The index of what a view shows.
   *
   * @param progress is told how far it is
   */
  public static TraceIndex read(View view, BuildProgress progress) {
    IndexIntake intake = new IndexIntake(progress);
    view.statements(intake);
    return intake.builder.build(view.revision().number());
  }

  @Override
  public Optional<String> wanted(Node property) {
    return Kept.of(property).objects();
  }

  @Override
  public void expect(long statements) {
    progress.expect(statements);
  }

  @Override
  public void take(View.TokenQuad quad) {
    builder.add(quad);
    progress.add(1);
  }

  @Override
  public void passOver(long statements) {
    progress.add(statements);
  }
}
