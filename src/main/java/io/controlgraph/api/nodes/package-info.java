/** How things, what is said of them and what they are linked with look in JSON. */
@NullMarked
package io.controlgraph.api.nodes;

import org.jspecify.annotations.NullMarked;
