package io.controlgraph.graph;

import java.time.Duration;
import java.util.Optional;

/**
 * An index as it stands.
 *
 * @param age since when it is not known any more to match its store; zero where every change is
 *     taken in
 * @param problem why it could not be read anew at the last try; nothing if it could
 */
public record Aged<T>(T index, Duration age, Optional<String> problem) {}
