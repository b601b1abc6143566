/** Who may ask what of the server: hosts, origins, the write secret and the limits of a request. */
@NullMarked
package io.controlgraph.security;

import org.jspecify.annotations.NullMarked;
