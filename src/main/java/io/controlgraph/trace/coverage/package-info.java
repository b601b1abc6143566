/**
 * Coverage by the one definition that the questions share ({@code queries/shared}), worked out on
 * the index. Each class here says which of them it follows.
 */
@org.jspecify.annotations.NullMarked
package io.controlgraph.trace.coverage;
