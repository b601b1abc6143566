package io.controlgraph.graph.jena;

import io.controlgraph.graph.ShapeReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.shacl.validation.VLib;
import org.jspecify.annotations.Nullable;

/**
 * Holds a change against the SHACL shapes: what it touched, or everything if that is much. Only
 * results of severity sh:Violation count.
 */
final class ShapeCheck {
  /** Above so many touched nodes it costs less to look for the targets of each shape. */
  private static final int MANY = 20_000;

  private final Shapes shapes;
  private final ShapeReach reach;
  private final int many;

  ShapeCheck(Graph shapesGraph) {
    this(shapesGraph, MANY);
  }

  ShapeCheck(Graph shapesGraph, int many) {
    this.shapes = Shapes.parse(shapesGraph);
    this.reach = ShapeReach.of(shapes);
    this.many = many;
  }

  /**
   * Checks the graph as it is after a change.
   *
   * @param data the union of all named graphs
   * @param patch what was changed
   */
  ShapeReport check(Graph data, NetPatch patch) {
    if (shapes.numRootShapes() == 0) {
      return ShapeReport.CONFORMS;
    }
    Set<Node> touched = reach.touched(data, patch, many);
    ValidationReport report =
        touched.size() > many
            ? ShaclValidator.get().validate(shapes, data)
            : validate(data, touched);
    return toReport(report);
  }

  private ValidationReport validate(Graph data, Set<Node> nodes) {
    ValidationContext context = ValidationContext.create(shapes, data);
    FocusNodes focus = new FocusNodes(data);
    for (Shape shape : shapes.getTargetShapes()) {
      for (Node node : nodes) {
        if (focus.isFocus(shape, node)) {
          VLib.validateShape(context, data, shape, node);
        }
      }
    }
    return context.generateReport();
  }

  private static ShapeReport toReport(ValidationReport report) {
    List<ShapeReport.Violation> violations = new ArrayList<>();
    for (ReportEntry entry : report.getEntries()) {
      if (entry.severity() == null || entry.severity().equals(Severity.Violation)) {
        violations.add(
            new ShapeReport.Violation(
                entry.focusNode(), path(entry), entry.value(), String.valueOf(entry.message())));
      }
    }
    return new ShapeReport(violations);
  }

  private static @Nullable String path(ReportEntry entry) {
    return entry.resultPath() == null ? null : entry.resultPath().toString();
  }
}
