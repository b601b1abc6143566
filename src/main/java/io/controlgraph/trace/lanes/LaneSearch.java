package io.controlgraph.trace.lanes;

import io.controlgraph.graph.Deadline;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.paths.Readings;
import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/** Traces things of an index through their lanes. May be asked by several threads at once. */
public final class LaneSearch {
  private final TraceIndex index;
  private final Readings readings;

  /** Traces through an index, and has the statements read as an ontology does. */
  public LaneSearch(TraceIndex index, Readings readings) {
    this.index = index;
    this.readings = readings;
  }

  /**
   * What a thing is traced as.
   *
   * @return the first of the kinds that it is of; nothing if it is of none
   */
  public Optional<Kind> kind(Node node) {
    int number = index.number(node);
    return number < 0
        ? Optional.empty()
        : Arrays.stream(Kind.values())
            .filter(
                kind ->
                    kind.classes().stream()
                        .mapToInt(index::number)
                        .anyMatch(
                            type -> type >= 0 && index.links(RDF.type.asNode()).has(number, type)))
            .findFirst();
  }

  /**
   * The lanes of a thing, all of them complete.
   *
   * @return nothing if it is of no kind that has lanes
   * @throws io.controlgraph.graph.GraphFailure.DeadlineExceeded if the deadline passes before
   */
  public Optional<Trace> trace(Node node, Deadline deadline) {
    return kind(node)
        .map(kind -> new Walk(index, readings, index.number(node), deadline).trace(kind));
  }
}
