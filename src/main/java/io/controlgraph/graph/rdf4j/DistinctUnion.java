package io.controlgraph.graph.rdf4j;

import java.util.HashSet;
import org.eclipse.rdf4j.common.iteration.DistinctIteration;
import org.eclipse.rdf4j.query.Dataset;
import org.eclipse.rdf4j.query.algebra.StatementPattern;
import org.eclipse.rdf4j.query.algebra.evaluation.EvaluationStrategy;
import org.eclipse.rdf4j.query.algebra.evaluation.QueryEvaluationStep;
import org.eclipse.rdf4j.query.algebra.evaluation.TripleSource;
import org.eclipse.rdf4j.query.algebra.evaluation.impl.DefaultEvaluationStrategy;
import org.eclipse.rdf4j.query.algebra.evaluation.impl.DefaultEvaluationStrategyFactory;
import org.eclipse.rdf4j.query.algebra.evaluation.impl.EvaluationStatistics;
import org.eclipse.rdf4j.query.algebra.evaluation.impl.QueryEvaluationContext;

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
          ? row -> new DistinctIteration<>(step.evaluate(row), HashSet::new)
          : step;
    }
  }
}
