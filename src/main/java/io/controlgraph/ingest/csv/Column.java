package io.controlgraph.ingest.csv;

import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * A column of a kind of file.
 *
 * @param name the column's name in the header
 * @param type what its cells hold
 * @param property the property that carries the value; null if the value is no statement of its own
 * @param required whether a cell must hold something
 * @param list whether a cell may hold several values, separated by {@code |}
 * @param rowGate whether an empty cell leaves its row out
 * @param about what it is, for a person
 * @param example a value
 */
public record Column(
    String name,
    ColumnType type,
    @Nullable Node property,
    boolean required,
    boolean list,
    boolean rowGate,
    String about,
    String example) {}
