package io.controlgraph.sparql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.vocabulary.XSD;

/**
 * Writes rows as SPARQL 1.1 Query Results JSON Format, as they come: without the line breaks and
 * indents of Jena's own writer, which takes several times as long over them as over the rows.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-results-json/">SPARQL 1.1 Query Results JSON
 *     Format</a>
 */
final class JsonRows {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          // An answer that stops half way must not look whole.
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .build();

  private final JsonGenerator json;
  private final Map<Node, String> blankNodes = new HashMap<>();

  private JsonRows(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes the rows of a SELECT; the stream is flushed, not closed.
   *
   * @throws RuntimeIOException if the stream does not take them
   */
  static void write(RowSet rows, OutputStream out) {
    try {
      JsonGenerator json = FACTORY.createGenerator(out);
      new JsonRows(json).all(rows);
      // Not closed after a failure: what it holds back would go out, and the answer look begun.
      json.close();
    } catch (IOException e) {
      throw new RuntimeIOException(e);
    }
  }

  private void all(RowSet rows) throws IOException {
    List<Var> variables = rows.getResultVars();
    json.writeStartObject();
    json.writeObjectFieldStart("head");
    json.writeArrayFieldStart("vars");
    for (Var variable : variables) {
      json.writeString(variable.getVarName());
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeObjectFieldStart("results");
    json.writeArrayFieldStart("bindings");
    while (rows.hasNext()) {
      row(variables, rows.next());
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void row(List<Var> variables, Binding row) throws IOException {
    json.writeStartObject();
    for (Var variable : variables) {
      Node value = row.get(variable);
      if (value != null) {
        json.writeFieldName(variable.getVarName());
        value(value);
      }
    }
    json.writeEndObject();
  }

  private void value(Node value) throws IOException {
    json.writeStartObject();
    if (value.isURI()) {
      json.writeStringField("type", "uri");
      json.writeStringField("value", value.getURI());
    } else if (value.isLiteral()) {
      literal(value);
    } else if (value.isTripleTerm()) {
      triple(value.getTriple());
    } else {
      json.writeStringField("type", "bnode");
      json.writeStringField(
          "value", blankNodes.computeIfAbsent(value, any -> "b" + blankNodes.size()));
    }
    json.writeEndObject();
  }

  private void literal(Node value) throws IOException {
    json.writeStringField("type", "literal");
    String language = value.getLiteralLanguage();
    if (!language.isEmpty()) {
      json.writeStringField("xml:lang", language);
      if (value.getLiteralBaseDirection() != null) {
        json.writeStringField("its:dir", value.getLiteralBaseDirection().direction());
      }
    } else if (!value.getLiteralDatatypeURI().equals(XSD.xstring.getURI())) {
      json.writeStringField("datatype", value.getLiteralDatatypeURI());
    }
    json.writeStringField("value", value.getLiteralLexicalForm());
  }

  /** As the draft of SPARQL 1.2 has it. */
  private void triple(Triple triple) throws IOException {
    json.writeStringField("type", "triple");
    json.writeObjectFieldStart("value");
    json.writeFieldName("subject");
    value(triple.getSubject());
    json.writeFieldName("predicate");
    value(triple.getPredicate());
    json.writeFieldName("object");
    value(triple.getObject());
    json.writeEndObject();
  }
}
