/** Tests of the files under {@code ontology/}: the ontology itself, alignments, shapes, context. */
@NullMarked
package io.controlgraph.ontology;

import org.jspecify.annotations.NullMarked;
