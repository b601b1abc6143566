package io.controlgraph.sparql;

import io.controlgraph.security.Refusal;
import java.io.OutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;

/**
 * Takes triples and quads one by one and writes them in a format: at once where the format can be
 * streamed, else when all are there.
 */
public final class GraphSink {
  private final GraphFormat format;
  private final OutputStream out;
  private final DatasetGraph collected = DatasetGraphFactory.create();
  private final StreamRDF target;

  /**
   * @param most how many statements may be collected for a format that cannot be streamed
   */
  public GraphSink(GraphFormat format, OutputStream out, PrefixMapping prefixes, int most) {
    this.format = format;
    this.out = out;
    StreamRDF written =
        format.isStreamed()
            ? new ShortBlocks(StreamRDFWriter.getWriterStream(out, format.jena()))
            : new Collector(StreamRDFLib.dataset(collected), format, most);
    written.start();
    prefixes.getNsPrefixMap().forEach(written::prefix);
    this.target = format.namesGraphs() ? written : new Unnamed(written);
  }

  /** Writes a graph, with its own prefixes. */
  public static void write(Graph graph, GraphFormat format, OutputStream out, int most) {
    GraphSink sink = new GraphSink(format, out, graph.getPrefixMapping(), most);
    graph.find().forEachRemaining(sink.statements()::triple);
    sink.finish();
  }

  /** Where statements go; its start and finish do nothing. */
  public StreamRDF statements() {
    return new StreamRDFWrapper(target) {
      @Override
      public void start() {}

      @Override
      public void finish() {}
    };
  }

  /** Writes what is left. */
  public void finish() {
    target.finish();
    if (format == GraphFormat.JSONLD) {
      JsonLdContext.packaged().write(collected, format.jena(), out);
    } else if (!format.isStreamed()) {
      RDFDataMgr.write(out, collected.getDefaultGraph(), format.jena());
    }
  }

  /** Leaves the names of graphs out. */
  private static final class Unnamed extends StreamRDFWrapper {
    Unnamed(StreamRDF target) {
      super(target);
    }

    @Override
    public void quad(Quad quad) {
      super.triple(quad.asTriple());
    }
  }

  /** Keeps what comes, up to a number. */
  private static final class Collector extends StreamRDFBase {
    private final StreamRDF dataset;
    private final GraphFormat format;
    private final int most;
    private int count;

    Collector(StreamRDF dataset, GraphFormat format, int most) {
      this.dataset = dataset;
      this.format = format;
      this.most = most;
    }

    @Override
    public void prefix(String prefix, String iri) {
      dataset.prefix(prefix, iri);
    }

    @Override
    public void triple(Triple triple) {
      countOne();
      dataset.triple(triple);
    }

    @Override
    public void quad(Quad quad) {
      countOne();
      dataset.quad(quad);
    }

    private void countOne() {
      count++;
      if (count > most) {
        throw new Refusal(
            406,
            "too-large-for-format",
            "The answer has more than %,d statements, too many for %s; ask for Turtle or N-Triples."
                .formatted(most, format.mediaTypes().get(0)));
      }
    }
  }
}
