/** Constants for the ontology's IRIs, each checked against the ontology by a test. */
@NullMarked
package io.controlgraph.vocab;

import org.jspecify.annotations.NullMarked;
