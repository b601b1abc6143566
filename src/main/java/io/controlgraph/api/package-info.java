/** The server: the JSON interface, its error shape, and the files of the page. */
@NullMarked
package io.controlgraph.api;

import org.jspecify.annotations.NullMarked;
