@NullMarked
package io.controlgraph.web;

import org.jspecify.annotations.NullMarked;
