/** The page in a real browser. */
@NullMarked
package io.controlgraph.web;

import org.jspecify.annotations.NullMarked;
