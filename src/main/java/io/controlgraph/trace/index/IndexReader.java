package io.controlgraph.trace.index;

import io.controlgraph.trace.index.TraceIndex.Repeated;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Reads an index as {@link IndexWriter} writes it: from bytes that are known to be whole. */
final class IndexReader {
  private final ByteBuffer in;

  IndexReader(ByteBuffer in) {
    this.in = in;
  }

  TraceIndex index(long revision) {
    Words names = words();
    Words literals = words();
    int[] worth = ints();
    Map<Node, Links> links = links();
    Map<Node, Links> values = links();
    return new TraceIndex(revision, names, literals, worth, links, values, repeated());
  }

  /** A short text, as {@link java.io.DataOutputStream#writeUTF} writes it where it is ASCII. */
  String text() {
    byte[] bytes = new byte[Short.toUnsignedInt(in.getShort())];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private Words words() {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return Words.of(bytes, ints());
  }

  private Map<Node, Links> links() {
    int properties = in.getInt();
    Map<Node, Links> all = new HashMap<>();
    for (int i = 0; i < properties; i++) {
      Node property = NodeFactory.createURI(text());
      all.put(property, new Links(rows(), rows()));
    }
    return all;
  }

  private Rows rows() {
    long[] pairs = new long[in.getInt()];
    in.asLongBuffer().get(pairs);
    in.position(in.position() + pairs.length * Long.BYTES);
    return Rows.of(pairs, pairs.length);
  }

  private Map<Repeated, Integer> repeated() {
    int count = in.getInt();
    Map<Repeated, Integer> all = new HashMap<>();
    for (int i = 0; i < count; i++) {
      Node property = NodeFactory.createURI(text());
      boolean isLiteral = in.get() != 0;
      all.put(new Repeated(property, isLiteral, in.getInt(), in.getInt()), in.getInt());
    }
    return Map.copyOf(all);
  }

  private int[] ints() {
    int[] numbers = new int[in.getInt()];
    in.asIntBuffer().get(numbers);
    in.position(in.position() + numbers.length * Integer.BYTES);
    return numbers;
  }
}
