/** What every engine must hold to. */
@NullMarked
package io.controlgraph.graph;

import org.jspecify.annotations.NullMarked;
