/** Finds things by what they are called: an index of labels and ids that each commit renews. */
@NullMarked
package io.controlgraph.search;

import org.jspecify.annotations.NullMarked;
