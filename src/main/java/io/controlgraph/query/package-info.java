/** The catalogue of questions: one {@code .rq} file each, loaded, checked, bound and expanded. */
@NullMarked
package io.controlgraph.query;

import org.jspecify.annotations.NullMarked;
