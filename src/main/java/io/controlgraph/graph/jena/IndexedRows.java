package io.controlgraph.graph.jena;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one side of a join, to be found by what they share with a row of the other side.
 *
 * <p>They are found by the variables that every row here has a value for and that the other row has
 * one for too: one index for each such set of variables, made when it is first needed. What is left
 * to compare are the variables that only some rows have a value for.
 */
final class IndexedRows {
  private final List<Binding> rows = new ArrayList<>();
  private final Var[] variables;
  private final Var[] always;
  private final Map<List<Var>, Index> indexes = new HashMap<>();

  IndexedRows(Iterator<Binding> all) {
    Set<Var> seen = new LinkedHashSet<>();
    Set<Var> common = new LinkedHashSet<>();
    while (all.hasNext()) {
      Binding row = all.next();
      if (rows.isEmpty()) {
        row.vars().forEachRemaining(common::add);
      } else {
        common.removeIf(variable -> !row.contains(variable));
      }
      row.vars().forEachRemaining(seen::add);
      rows.add(row);
    }
    variables = seen.toArray(Var[]::new);
    always = common.toArray(Var[]::new);
  }

  /** The rows by their values for some variables. */
  private static final class Index {
    private final Var[] keys;
    private final Map<Binding, List<Binding>> rows = new HashMap<>();

    /** The other variables, in which a row may still differ. */
    private final Var[] rest;

    private Index(Var[] keys, Var[] rest) {
      this.keys = keys;
      this.rest = rest;
    }
  }

  /** {@code other} joined with each row here that agrees with it. */
  Iterator<Binding> join(Binding other) {
    List<Var> shared = new ArrayList<>(always.length);
    for (Var variable : always) {
      if (other.contains(variable)) {
        shared.add(variable);
      }
    }
    Index index = indexes.computeIfAbsent(shared, this::index);
    List<Binding> found =
        shared.isEmpty()
            ? rows
            : index.rows.getOrDefault(FlatRows.flat(other, index.keys), List.of());
    return found.isEmpty()
        ? Iter.nullIterator()
        : Iter.removeNulls(Iter.map(found.iterator(), row -> merge(other, row, index.rest)));
  }

  private Index index(List<Var> shared) {
    Index index =
        new Index(
            shared.toArray(Var[]::new),
            Arrays.stream(variables).filter(each -> !shared.contains(each)).toArray(Var[]::new));
    if (!shared.isEmpty()) {
      for (Binding row : rows) {
        index
            .rows
            .computeIfAbsent(FlatRows.flat(row, index.keys), key -> new ArrayList<>(2))
            .add(row);
      }
    }
    return index;
  }

  /** {@code other} and, of {@code row}, what it lacks; null where they differ in a variable. */
  private static @Nullable Binding merge(Binding other, Binding row, Var[] rest) {
    Node[] added = new Node[rest.length];
    for (int i = 0; i < rest.length; i++) {
      Node here = row.get(rest[i]);
      Node there = other.get(rest[i]);
      if (there == null) {
        added[i] = here;
      } else if (here != null && !here.equals(there)) {
        return null;
      }
    }
    return new FlatRow(other, rest, added);
  }
}
