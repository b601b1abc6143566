package io.controlgraph.graph.jena;

import io.controlgraph.graph.BaseIri;
import io.controlgraph.graph.ServiceList;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;

/**
 * How to open a store.
 *
 * @param baseIri what instance IRIs begin with: an absolute http or https IRI that ends in a slash.
 *     Null takes {@link BaseIri#DEFAULT} for a new data directory; one that exists keeps its own,
 *     and refuses another
 * @param shapes gives the SHACL shapes that every commit is held against, an empty graph for none.
 *     Asked once, before the first write: to read needs no shapes
 * @param compaction when the store is copied to be smaller
 * @param services the other servers that queries may ask
 */
public record StoreOptions(
    @Nullable String baseIri,
    Supplier<Graph> shapes,
    CompactionPolicy compaction,
    ServiceList services) {

  /** Options with the compaction policy that suits most. */
  public StoreOptions(@Nullable String baseIri, Supplier<Graph> shapes) {
    this(baseIri, shapes, CompactionPolicy.DEFAULT);
  }

  /** Options of a store whose queries ask no other server. */
  public StoreOptions(
      @Nullable String baseIri, Supplier<Graph> shapes, CompactionPolicy compaction) {
    this(baseIri, shapes, compaction, ServiceList.NONE);
  }

  /** The same with other servers that queries may ask. */
  public StoreOptions withServices(ServiceList allowed) {
    return new StoreOptions(baseIri, shapes, compaction, allowed);
  }
}
