package io.controlgraph.graph.rdf4j;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.common.iteration.FilterIteration;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.Dataset;
import org.eclipse.rdf4j.query.algebra.StatementPattern;
import org.eclipse.rdf4j.query.algebra.Var;
import org.eclipse.rdf4j.query.algebra.evaluation.EvaluationStrategy;
import org.eclipse.rdf4j.query.algebra.evaluation.QueryEvaluationStep;
import org.eclipse.rdf4j.query.algebra.evaluation.TripleSource;
import org.eclipse.rdf4j.query.algebra.evaluation.impl.DefaultEvaluationStrategy;
import org.eclipse.rdf4j.query.algebra.evaluation.impl.DefaultEvaluationStrategyFactory;
import org.eclipse.rdf4j.query.algebra.evaluation.impl.EvaluationStatistics;
import org.eclipse.rdf4j.query.algebra.evaluation.impl.QueryEvaluationContext;
import org.jspecify.annotations.Nullable;

/**
 * Has RDF4J match a triple once that stands in several graphs. By itself it matches it once in
 * each, where the merge of graphs, which a default graph is (SPARQL 1.1 Query, section 13.2), is a
 * set.
 */
final class DistinctUnion extends DefaultEvaluationStrategyFactory {

  @Override
  public EvaluationStrategy createEvaluationStrategy(
      Dataset dataset, TripleSource source, EvaluationStatistics statistics) {
    return new Strategy(source, dataset, statistics);
  }

  private static final class Strategy extends DefaultEvaluationStrategy {
    private Strategy(TripleSource source, Dataset dataset, EvaluationStatistics statistics) {
      super(source, dataset, null, 0, statistics, false);
    }

    @Override
    protected QueryEvaluationStep prepare(
        StatementPattern pattern, QueryEvaluationContext context) {
      QueryEvaluationStep step = super.prepare(pattern, context);
      return pattern.getScope() == StatementPattern.Scope.DEFAULT_CONTEXTS
          ? row -> new Distinct(step.evaluate(row), pattern)
          : step;
    }
  }

  /** The rows of a pattern that found another triple than the rows before. */
  private static final class Distinct extends FilterIteration<BindingSet> {
    private final StatementPattern pattern;
    private final Set<List<@Nullable Value>> found = new HashSet<>();

    private Distinct(CloseableIteration<BindingSet> rows, StatementPattern pattern) {
      super(rows);
      this.pattern = pattern;
    }

    @Override
    protected boolean accept(BindingSet row) {
      return found.add(
          Arrays.asList(
              value(row, pattern.getSubjectVar()),
              value(row, pattern.getPredicateVar()),
              value(row, pattern.getObjectVar())));
    }

    private static @Nullable Value value(BindingSet row, Var variable) {
      return variable.hasValue() ? variable.getValue() : row.getValue(variable.getName());
    }

    @Override
    protected void handleClose() {
      found.clear();
    }
  }
}
