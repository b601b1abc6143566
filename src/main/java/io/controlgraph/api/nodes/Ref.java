package io.controlgraph.api.nodes;

import org.jspecify.annotations.Nullable;

/**
 * Something that is only named.
 *
 * @param iri its IRI
 * @param label what to call it; null if it has no label
 */
public record Ref(String iri, @Nullable String label) {}
