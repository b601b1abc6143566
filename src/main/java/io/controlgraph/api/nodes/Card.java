package io.controlgraph.api.nodes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows of a thing.
 *
 * @param iri its IRI
 * @param path a short name, such as {@code hospital/assets/SYS-CXR} or {@code cg:Risk}; the IRI if
 *     there is none. {@code /api/v1/nodes/PATH} takes the first kind, {@code node=} the second, and
 *     the first of things that have an id
 * @param label what to call it, if it has a label
 * @param id its {@code dcterms:identifier}, if it has one
 * @param types its classes
 * @param organisation what organisation it belongs to, if any
 * @param framework what framework it belongs to, if any
 * @param page the path of its page, for people
 */
public record Card(
    String iri,
    String path,
    @Nullable String label,
    @Nullable String id,
    List<Ref> types,
    @Nullable Ref organisation,
    @Nullable Ref framework,
    String page) {
  public Card {
    types = List.copyOf(types);
  }
}
