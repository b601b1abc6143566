package io.controlgraph.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class JsonRowsTest {
  private static final Var ONE = Var.alloc("one");
  private static final Var OTHER = Var.alloc("other");

  @Test
  void writes_what_the_format_says() {
    String written =
        written(
            List.of(
                row(NodeFactory.createURI("http://example.org/a")),
                BindingFactory.binding(
                    OTHER, NodeFactory.createLiteralDT("7", XSDDatatype.XSDinteger)),
                BindingFactory.root()));
    assertEquals(
        "{\"head\":{\"vars\":[\"one\",\"other\"]},\"results\":{\"bindings\":["
            + "{\"one\":{\"type\":\"uri\",\"value\":\"http://example.org/a\"}},"
            + "{\"other\":{\"type\":\"literal\","
            + "\"datatype\":\"http://www.w3.org/2001/XMLSchema#integer\",\"value\":\"7\"}},"
            + "{}]}}",
        written);
  }

  @Test
  void is_read_as_it_was_written() {
    List<Node> nodes =
        List.of(
            NodeFactory.createURI("http://example.org/ü?a=\"b\""),
            NodeFactory.createLiteralString("\"quoted\" \\ \n \t \u0001 \u2028 \uD83D\uDE00"),
            NodeFactory.createLiteralString(""),
            NodeFactory.createLiteralLang("Gesundheit", "de-CH"),
            NodeFactory.createLiteralDT("2026-03-31", XSDDatatype.XSDdate));
    RowSet read =
        RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON)
            .create(ResultSetLang.RS_JSON)
            .read(
                new ByteArrayInputStream(
                    written(nodes.stream().map(JsonRowsTest::row).toList())
                        .getBytes(StandardCharsets.UTF_8)),
                Context.emptyContext());
    assertEquals(List.of(ONE, OTHER), read.getResultVars());
    for (Node node : nodes) {
      assertEquals(node, read.next().get(ONE));
    }
    assertFalse(read.hasNext());
  }

  @Test
  void names_a_blank_node_the_same_in_all_rows() {
    Node blank = NodeFactory.createBlankNode();
    String written = written(List.of(row(blank), row(NodeFactory.createBlankNode()), row(blank)));
    assertEquals(
        "[{\"one\":{\"type\":\"bnode\",\"value\":\"b0\"}},"
            + "{\"one\":{\"type\":\"bnode\",\"value\":\"b1\"}},"
            + "{\"one\":{\"type\":\"bnode\",\"value\":\"b0\"}}]",
        written.substring(written.indexOf("[", written.indexOf("bindings")), written.length() - 2));
  }

  /** A failure before anything was sent must leave room for its own answer. */
  @Test
  void sends_nothing_when_the_first_row_fails() {
    Iterator<Binding> failing =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Binding next() {
            throw new NoSuchElementException("no row");
          }
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThrows(
        NoSuchElementException.class,
        () -> JsonRows.write(RowSetStream.create(List.of(ONE), failing), out));
    assertEquals(0, out.size());
  }

  @Test
  void leaves_the_stream_open() {
    boolean[] closed = new boolean[1];
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    JsonRows.write(RowSetStream.create(List.of(ONE), List.<Binding>of().iterator()), out);
    assertEquals(
        "{\"head\":{\"vars\":[\"one\"]},\"results\":{\"bindings\":[]}}",
        out.toString(StandardCharsets.UTF_8));
    assertFalse(closed[0]);
  }

  private static Binding row(Node value) {
    return BindingFactory.binding(ONE, value);
  }

  private static String written(List<Binding> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonRows.write(RowSetStream.create(List.of(ONE, OTHER), rows.iterator()), out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
