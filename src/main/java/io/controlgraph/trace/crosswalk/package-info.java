/** From one framework to another through the mappings. Never part of coverage. */
@org.jspecify.annotations.NullMarked
package io.controlgraph.trace.crosswalk;
