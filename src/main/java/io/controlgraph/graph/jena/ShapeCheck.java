package io.controlgraph.graph.jena;

import io.controlgraph.graph.ShapeReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
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

  private final Supplier<Graph> source;
  private final int many;
  private @Nullable Parsed parsed;

  /**
   * A check against shapes that are read when the first change is made.
   *
   * @param source gives the shapes
   */
  ShapeCheck(Supplier<Graph> source) {
    this(source, MANY);
  }

  ShapeCheck(Supplier<Graph> source, int many) {
    this.source = source;
    this.many = many;
  }

  private record Parsed(Shapes shapes, ShapeReach reach) {}

  private synchronized Parsed parsed() {
    if (parsed == null) {
      Shapes shapes = Shapes.parse(source.get());
      parsed = new Parsed(shapes, ShapeReach.of(shapes));
    }
    return parsed;
  }

  /**
   * Checks the graph as it is after a change.
   *
   * @param data the union of all named graphs
   * @param patch what was changed
   */
  ShapeReport check(Graph data, NetPatch patch) {
    Shapes shapes = parsed().shapes();
    if (shapes.numRootShapes() == 0) {
      return ShapeReport.CONFORMS;
    }
    Set<Node> touched = parsed().reach().touched(data, patch, many);
    ValidationReport report =
        touched.size() > many
            ? ShaclValidator.get().validate(shapes, data)
            : validate(shapes, data, touched);
    return toReport(report);
  }

  private ValidationReport validate(Shapes shapes, Graph data, Set<Node> nodes) {
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
