/** What clients can ask of the server, declared once: served by it, and described in OpenAPI. */
@NullMarked
package io.controlgraph.api.openapi;

import org.jspecify.annotations.NullMarked;
