/** Paths and traces as RDF and as texts that programs draw. */
@org.jspecify.annotations.NullMarked
package io.controlgraph.trace.forms;
