/** The rows of a question's answer: which of them, in which order, and how they are written. */
@NullMarked
package io.controlgraph.api.rows;

import org.jspecify.annotations.NullMarked;
