/** What tests share: a served store, the shape of problems, programs from outside. */
@NullMarked
package io.controlgraph.testing;

import org.jspecify.annotations.NullMarked;
