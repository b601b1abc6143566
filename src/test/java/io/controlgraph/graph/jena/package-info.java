/** Tests of the embedded engine: its log, its recovery, and what it does when it is killed. */
@NullMarked
package io.controlgraph.graph.jena;

import org.jspecify.annotations.NullMarked;
