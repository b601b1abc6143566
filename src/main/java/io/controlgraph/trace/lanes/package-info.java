/** What stands before and behind an incident, a risk, a target, a control or an owner. */
@org.jspecify.annotations.NullMarked
package io.controlgraph.trace.lanes;
