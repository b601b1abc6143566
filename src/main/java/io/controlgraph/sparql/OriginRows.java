package io.controlgraph.sparql;

import io.controlgraph.graph.RowOrigins;
import io.controlgraph.graph.View;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;

/**
 * Rows with one column more: the members of a federation that a row came from, their names joined
 * by spaces. See {@link RowOrigins} for what that means.
 */
public final class OriginRows implements RowSet {
  /** The parameter that asks for it, and the column. */
  public static final String PARAMETER = "origins";

  public static final String COLUMN = "members";

  /** How many rows' things the members are asked about at once. */
  private static final int AT_ONCE = 200;

  private static final Var MEMBERS = Var.alloc(COLUMN);

  private final RowSet rows;
  private final View view;
  private final Deque<Binding> ready = new ArrayDeque<>();

  private OriginRows(RowSet rows, View view) {
    this.rows = rows;
    this.view = view;
  }

  /** The rows as they were asked for: with their origins, or as they are. */
  public static RowSet of(RowSet rows, View view, boolean wanted) {
    return wanted ? new OriginRows(rows, view) : rows;
  }

  @Override
  public boolean hasNext() {
    return !ready.isEmpty() || rows.hasNext();
  }

  @Override
  public Binding next() {
    if (ready.isEmpty()) {
      read();
    }
    return ready.remove();
  }

  private void read() {
    List<Binding> read = new ArrayList<>();
    Set<Node> nodes = new HashSet<>();
    while (read.size() < AT_ONCE && rows.hasNext()) {
      Binding row = rows.next();
      read.add(row);
      nodes.addAll(things(row));
    }
    Map<Node, Set<String>> origins = view.origins(nodes);
    int members = view.members().size();
    for (Binding row : read) {
      String names = String.join(" ", RowOrigins.of(things(row), origins, members));
      ready.add(BindingFactory.binding(row, MEMBERS, NodeFactory.createLiteralString(names)));
    }
  }

  private List<Node> things(Binding row) {
    List<Node> things = new ArrayList<>();
    for (Var variable : rows.getResultVars()) {
      Node node = row.get(variable);
      if (node != null && node.isURI()) {
        things.add(node);
      }
    }
    return things;
  }

  @Override
  public List<Var> getResultVars() {
    List<Var> vars = new ArrayList<>(rows.getResultVars());
    vars.add(MEMBERS);
    return vars;
  }

  @Override
  public long getRowNumber() {
    return rows.getRowNumber() - ready.size();
  }

  @Override
  public void close() {
    rows.close();
  }
}
