package io.controlgraph.graph.jena;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.Rename;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.jspecify.annotations.Nullable;

/**
 * What a SERVICE sends to the other server. Its variables have their names of the query's text
 * there, and those that Jena gave them to keep scopes apart here.
 */
final class ServiceQuery {
  private final Element pattern;
  private final Map<Var, Var> namesHere = new LinkedHashMap<>();

  ServiceQuery(OpService service) {
    Query asked = OpAsQuery.asQuery(Rename.reverseVarRename(service.getSubOp(), true));
    this.pattern = isBare(asked) ? asked.getQueryPattern() : new ElementSubQuery(asked);
    for (Var here : OpVars.visibleVars(service.getSubOp())) {
      if (Rename.reverseVarRename(here) instanceof Var there && Var.isNamedVar(there)) {
        namesHere.put(there, here);
      }
    }
  }

  /** Whether a query is no more than its pattern. */
  private static boolean isBare(Query query) {
    return query.isQueryResultStar()
        && !query.isDistinct()
        && !query.isReduced()
        && !query.hasGroupBy()
        && !query.hasHaving()
        && !query.hasOrderBy()
        && !query.hasLimit()
        && !query.hasOffset()
        && !query.hasValues();
  }

  /**
   * The query for those of its solutions that can go with some rows.
   *
   * <p>The rows restrict it by the variables that all of them have a value for, so that none of
   * VALUES agrees with another, and no solution comes twice. Blank nodes mean nothing elsewhere.
   */
  String text(List<Binding> rows) {
    ElementGroup group = new ElementGroup();
    Map<Var, Var> shared = new LinkedHashMap<>(namesHere);
    shared.values().removeIf(here -> !rows.stream().allMatch(row -> isSent(row.get(here))));
    if (!shared.isEmpty()) {
      ElementData values = new ElementData(new ArrayList<>(shared.keySet()), new ArrayList<>());
      Set<Binding> distinct = new LinkedHashSet<>();
      for (Binding row : rows) {
        BindingBuilder value = BindingFactory.builder();
        shared.forEach((there, here) -> value.add(there, row.get(here)));
        distinct.add(value.build());
      }
      distinct.forEach(values::add);
      group.addElement(values);
    }
    group.addElement(pattern);
    Query query = QueryFactory.make();
    query.setQuerySelectType();
    query.setQueryResultStar(true);
    query.setQueryPattern(group);
    return query.serialize();
  }

  private static boolean isSent(@Nullable Node value) {
    return value != null && (value.isURI() || value.isLiteral());
  }

  /** A row of the other server by the names here; what was not asked for is left out. */
  Binding here(Binding there) {
    BindingBuilder row = BindingFactory.builder();
    for (Iterator<Var> vars = there.vars(); vars.hasNext(); ) {
      Var var = vars.next();
      Var here = namesHere.get(var);
      if (here != null) {
        row.add(here, there.get(var));
      }
    }
    return row.build();
  }
}
