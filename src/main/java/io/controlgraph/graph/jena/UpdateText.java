package io.controlgraph.graph.jena;

import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.Update;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.modify.request.Target;
import org.apache.jena.sparql.modify.request.UpdateAdd;
import org.apache.jena.sparql.modify.request.UpdateBinaryOp;
import org.apache.jena.sparql.modify.request.UpdateClear;
import org.apache.jena.sparql.modify.request.UpdateCopy;
import org.apache.jena.sparql.modify.request.UpdateDataDelete;
import org.apache.jena.sparql.modify.request.UpdateDataInsert;
import org.apache.jena.sparql.modify.request.UpdateDeleteWhere;
import org.apache.jena.sparql.modify.request.UpdateDropClear;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.sparql.modify.request.UpdateMove;
import org.apache.jena.sparql.modify.request.UpdateVisitorBase;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;

/** Reads updates, and refuses what no writer may ask. */
final class UpdateText {
  private final QueryText patterns;
  private final String baseIri;

  /**
   * @param patterns holds patterns to the rules of queries
   * @param baseIri what relative IRIs begin with
   */
  UpdateText(QueryText patterns, String baseIri) {
    this.patterns = patterns;
    this.baseIri = baseIri;
  }

  /**
   * Reads operations of SPARQL 1.1 Update. As there is no default graph to empty, ALL is NAMED.
   *
   * @throws GraphFailure.QueryRejected if they are none, or not allowed
   */
  List<org.apache.jena.update.Update> parse(Update update) {
    UpdateRequest request;
    try {
      request = UpdateFactory.create(update.text(), baseIri, Syntax.syntaxSPARQL_11);
    } catch (QueryParseException e) {
      throw new GraphFailure.QueryRejected(
          String.valueOf(e.getMessage()), Math.max(0, e.getLine()), Math.max(0, e.getColumn()));
    } catch (QueryException e) {
      throw rejected(String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      throw rejected("The update is nested too deeply.");
    }
    List<org.apache.jena.update.Update> operations = within(update, request.getOperations());
    Rules rules = new Rules(update);
    operations.forEach(operation -> operation.visit(rules));
    return operations.stream()
        .filter(operation -> !(operation instanceof UpdateDropClear empty && empty.isDefault()))
        .map(
            operation ->
                operation instanceof UpdateDropClear empty && empty.isAll()
                    ? new UpdateClear(Target.NAMED, true)
                    : operation)
        .toList();
  }

  private static List<org.apache.jena.update.Update> within(
      Update update, List<org.apache.jena.update.Update> operations) {
    if (update.within() == null) {
      return operations;
    }
    WithinGraph graph = new WithinGraph(NodeFactory.createURI(update.within()));
    return operations.stream().map(graph::of).toList();
  }

  private static GraphFailure.QueryRejected rejected(String why) {
    return new GraphFailure.QueryRejected(why, 0, 0);
  }

  private static List<Node> iris(List<String> names) {
    return names.stream().map(NodeFactory::createURI).toList();
  }

  /** What each operation must keep to; gives it the dataset of the request. */
  private final class Rules extends UpdateVisitorBase {
    private final Update update;

    private Rules(Update update) {
      this.update = update;
    }

    @Override
    public void visit(UpdateLoad load) {
      throw rejected("LOAD is off: an update may not fetch " + load.getSource() + ".");
    }

    @Override
    public void visit(UpdateAdd add) {
      named(add);
    }

    @Override
    public void visit(UpdateCopy copy) {
      named(copy);
    }

    @Override
    public void visit(UpdateMove move) {
      named(move);
    }

    @Override
    public void visit(UpdateDataInsert insert) {
      named(insert.getQuads());
    }

    @Override
    public void visit(UpdateDataDelete delete) {
      named(delete.getQuads());
    }

    @Override
    public void visit(UpdateDeleteWhere delete) {
      named(delete.getQuads());
    }

    @Override
    public void visit(UpdateModify modify) {
      if (modify.getWithIRI() == null) {
        named(modify.getDeleteQuads());
        named(modify.getInsertQuads());
      }
      pattern(modify.getWherePattern());
      if (update.hasDataset()) {
        if (modify.getWithIRI() != null
            || !modify.getUsing().isEmpty()
            || !modify.getUsingNamed().isEmpty()) {
          throw rejected(
              "The request says which graphs the patterns see, and so does the update by WITH or"
                  + " USING; only one of them may.");
        }
        iris(update.usingGraphs()).forEach(modify::addUsing);
        iris(update.usingNamedGraphs()).forEach(modify::addUsingNamed);
      }
    }

    private void pattern(Element where) {
      patterns.check(where);
    }

    private void named(UpdateBinaryOp operation) {
      for (Target target : List.of(operation.getSrc(), operation.getDest())) {
        if (target.isDefault()) {
          throw rejected("There is no DEFAULT graph to add, copy or move; name a graph.");
        }
      }
    }

    private void named(List<Quad> quads) {
      for (Quad quad : quads) {
        if (quad.isDefaultGraph()) {
          throw rejected(
              "What is inserted or deleted must name its graph, by GRAPH or WITH: "
                  + quad.asTriple());
        }
      }
    }
  }
}
