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
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;

/** Reads updates, and refuses what no writer may ask. */
final class UpdateText {
  private final QueryRules patterns;
  private final String baseIri;

  /**
   * @param patterns holds patterns to the rules of queries
   * @param baseIri what relative IRIs begin with
   */
  UpdateText(QueryRules patterns, String baseIri) {
    this.patterns = patterns;
    this.baseIri = baseIri;
  }

  /**
   * Reads operations of SPARQL 1.1 Update. As there is no default graph to empty, ALL is NAMED.
   *
   * @throws GraphFailure.QueryRejected if they are none, or not allowed
   */
  List<org.apache.jena.update.Update> parse(Update update) {
    try {
      UpdateRequest request = UpdateFactory.create(update.text(), baseIri, Syntax.syntaxSPARQL_11);
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
    } catch (QueryParseException e) {
      throw new GraphFailure.QueryRejected(
          String.valueOf(e.getMessage()), Math.max(0, e.getLine()), Math.max(0, e.getColumn()));
    } catch (QueryException e) {
      throw rejected(String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      throw rejected("The update is nested too deeply.");
    }
  }

  private static List<org.apache.jena.update.Update> within(
      Update update, List<org.apache.jena.update.Update> operations) {
    if (update.within() == null) {
      return operations;
    }
    Node name = NodeFactory.createURI(update.within());
    refuseHidden(name);
    WithinGraph graph = new WithinGraph(name);
    return operations.stream().map(graph::of).toList();
  }

  /** Whether an operation says itself, by WITH or USING, which graphs its patterns see. */
  static boolean hasDataset(UpdateModify modify) {
    return modify.getWithIRI() != null
        || !modify.getUsing().isEmpty()
        || !modify.getUsingNamed().isEmpty();
  }

  private static GraphFailure.QueryRejected rejected(String why) {
    return new GraphFailure.QueryRejected(why, 0, 0);
  }

  private static List<Node> iris(List<String> names) {
    List<Node> iris = names.stream().map(NodeFactory::createURI).toList();
    iris.forEach(UpdateText::refuseHidden);
    return iris;
  }

  /** Refuses Jena's names of a default graph, where the store keeps its own notes. */
  private static void refuseHidden(Node graph) {
    if (graph.isURI() && Quad.isDefaultGraph(graph)) {
      throw rejected(
          "Jena's name for a default graph means nothing here: <" + graph.getURI() + ">.");
    }
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
      if (update.hasDataset()) {
        throw rejected(
            "DELETE WHERE deletes what it finds; for patterns that see other graphs, write DELETE,"
                + " then WHERE.");
      }
    }

    @Override
    public void visit(UpdateModify modify) {
      if (modify.getWithIRI() == null) {
        named(modify.getDeleteQuads());
        named(modify.getInsertQuads());
      } else {
        refuseHidden(modify.getWithIRI());
      }
      modify.getUsing().forEach(UpdateText::refuseHidden);
      modify.getUsingNamed().forEach(UpdateText::refuseHidden);
      patterns.check(modify.getWherePattern());
      if (update.hasDataset()) {
        if (hasDataset(modify)) {
          throw rejected(
              "The request says which graphs the patterns see, and so does the update by WITH or"
                  + " USING; only one of them may.");
        }
        iris(update.usingGraphs()).forEach(modify::addUsing);
        iris(update.usingNamedGraphs()).forEach(modify::addUsingNamed);
      }
    }

    private void named(UpdateBinaryOp operation) {
      for (Target target : List.of(operation.getSrc(), operation.getDest())) {
        if (target.isDefault()) {
          throw rejected("There is no DEFAULT graph to add, copy or move; name a graph.");
        }
        if (target.isOneNamedGraph()) {
          refuseHidden(target.getGraph());
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
