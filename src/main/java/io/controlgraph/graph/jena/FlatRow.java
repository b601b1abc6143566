package io.controlgraph.graph.jena;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;
import org.jspecify.annotations.Nullable;

/**
 * A row as one array of values, beside variables that all rows of one operator share.
 *
 * <p>Jena's own rows of more than four variables are hash maps, which cost more to make and to look
 * into than the join or the grouping that they are made for.
 */
final class FlatRow extends BindingBase {
  private final Var[] variables;
  private final @Nullable Node[] values;

  /**
   * {@code values[i]} is that of {@code variables[i]}, or null where it has none here. Neither
   * array is copied. What {@code behind} holds belongs to the row too: no variable has a value in
   * both.
   */
  FlatRow(@Nullable Binding behind, Var[] variables, @Nullable Node[] values) {
    super(behind);
    this.variables = variables;
    this.values = values;
  }

  @Override
  protected Iterator<Var> vars1() {
    return IntStream.range(0, values.length)
        .filter(i -> values[i] != null)
        .mapToObj(i -> variables[i])
        .iterator();
  }

  @Override
  protected int size1() {
    int size = 0;
    for (Node value : values) {
      size += value == null ? 0 : 1;
    }
    return size;
  }

  @Override
  protected boolean isEmpty1() {
    return size1() == 0;
  }

  @Override
  protected boolean contains1(Var variable) {
    return get1(variable) != null;
  }

  @Override
  protected @Nullable Node get1(Var variable) {
    int hash = variable.hashCode();
    for (int i = 0; i < variables.length; i++) {
      if (variables[i].hashCode() == hash && variables[i].equals(variable)) {
        return values[i];
      }
    }
    return null;
  }

  @Override
  protected Binding detachWithNewParent(Binding behind) {
    return new FlatRow(behind, variables, values);
  }

  /** As {@link BindingBase#hashCode(Binding)} has it, since rows of any make may be equal. */
  @Override
  public int hashCode() {
    if (parent != null) {
      return super.hashCode();
    }
    int hash = 0xC0;
    for (int i = 0; i < values.length; i++) {
      Node value = values[i];
      if (value != null) {
        hash ^= variables[i].hashCode() ^ value.hashCode();
      }
    }
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    if (other instanceof FlatRow that && isOfOneMake(that)) {
      return Arrays.equals(values, that.values);
    }
    return super.equals(other);
  }

  private boolean isOfOneMake(FlatRow other) {
    return variables == other.variables && parent == null && other.parent == null;
  }
}
