/** What the rules that find gaps have in common. */
@NullMarked
package io.controlgraph.trace.rules;

import org.jspecify.annotations.NullMarked;
