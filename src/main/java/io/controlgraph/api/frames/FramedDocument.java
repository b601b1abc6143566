package io.controlgraph.api.frames;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.controlgraph.graph.View;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * A thing as a frame shows it.
 *
 * @param frame the frame
 * @param iri the thing
 * @param most how many statements, and how many values, it may have
 */
public record FramedDocument(Frame frame, String iri, int most) {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  /**
   * Writes it as JSON-LD that carries its context along.
   *
   * @param sparql the frame's question, asked of the thing
   * @throws io.controlgraph.security.Refusal 406 if it is too large, before anything is written
   */
  public void write(View view, String sparql, OutputStream out) throws IOException {
    MAPPER.writeValue(out, Tree.of(statements(view, sparql), FrameFile.of(frame), iri, most));
  }

  private Graph statements(View view, String sparql) {
    Graph graph = GraphFactory.createDefaultGraph();
    view.construct(
        sparql,
        new StreamRDFBase() {
          @Override
          public void triple(Triple triple) {
            graph.add(triple);
            if (graph.size() > most) {
              throw Tree.tooLarge(most);
            }
          }
        });
    return graph;
  }
}
