package io.controlgraph.trace.index;

import io.controlgraph.trace.index.TraceIndex.Repeated;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.jena.graph.Node;

/** Writes an index as {@link IndexReader} reads it. */
final class IndexWriter {
  private final DataOutputStream out;

  private IndexWriter(DataOutputStream out) {
    this.out = out;
  }

  static void write(TraceIndex index, DataOutputStream out) throws IOException {
    IndexWriter writer = new IndexWriter(out);
    writer.words(index.names());
    writer.words(index.words());
    writer.ints(index.worth());
    writer.links(index.allLinks());
    writer.links(index.allLiterals());
    writer.repeated(index.repeated());
  }

  private void words(Words words) throws IOException {
    byte[] bytes = words.bytes();
    out.writeInt(bytes.length);
    out.write(bytes);
    ints(words.starts());
  }

  private void links(Map<Node, Links> all) throws IOException {
    out.writeInt(all.size());
    for (Map.Entry<Node, Links> each : all.entrySet()) {
      out.writeUTF(each.getKey().getURI());
      longs(each.getValue().forward().pairs());
      longs(each.getValue().backward().pairs());
    }
  }

  private void repeated(Map<Repeated, Integer> repeated) throws IOException {
    out.writeInt(repeated.size());
    for (Map.Entry<Repeated, Integer> each : repeated.entrySet()) {
      out.writeUTF(each.getKey().property().getURI());
      out.writeBoolean(each.getKey().isLiteral());
      out.writeInt(each.getKey().subject());
      out.writeInt(each.getKey().object());
      out.writeInt(each.getValue());
    }
  }

  private void ints(int[] numbers) throws IOException {
    out.writeInt(numbers.length);
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES);
    bytes.asIntBuffer().put(numbers);
    out.write(bytes.array());
  }

  private void longs(long[] numbers) throws IOException {
    out.writeInt(numbers.length);
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
    bytes.asLongBuffer().put(numbers);
    out.write(bytes.array());
  }
}
