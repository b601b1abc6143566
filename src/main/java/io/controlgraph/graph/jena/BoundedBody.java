package io.controlgraph.graph.jena;

import io.controlgraph.graph.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a response as they come, until a deadline, and no more of them than it may have. A
 * part is asked for when the one before is taken, so that little is held. One thread reads; any may
 * close.
 */
final class BoundedBody extends InputStream implements BodySubscriber<BoundedBody> {
  /** The bytes of a whole body. */
  static final int MOST_BYTES = 16 << 20;

  /** The bytes of a row: a reader holds it many times over while it makes nodes of it. */
  static final int MOST_BYTES_OF_A_ROW = 1 << 20;

  /** Bytes, or the end of them; and what they ended by, if not well. */
  private record Part(Iterator<ByteBuffer> buffers, boolean last, Optional<Throwable> failure) {
    private static Part end(Optional<Throwable> failure) {
      return new Part(Collections.emptyIterator(), true, failure);
    }
  }

  private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
  private final Deadline deadline;
  private volatile Flow.@Nullable Subscription subscription;
  private volatile boolean closed;
  private Part part = new Part(Collections.emptyIterator(), false, Optional.empty());
  private ByteBuffer chunk = ByteBuffer.allocate(0);
  private int bytes;
  private int bytesOfRow;
  private @Nullable String fault;

  BoundedBody(Deadline deadline) {
    this.deadline = deadline;
  }

  /** It can be read from the start. */
  @Override
  public CompletionStage<BoundedBody> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription wanted) {
    subscription = wanted;
    if (closed) {
      wanted.cancel();
    } else {
      wanted.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    parts.add(new Part(buffers.iterator(), false, Optional.empty()));
  }

  @Override
  public void onError(Throwable cause) {
    parts.add(Part.end(Optional.of(cause)));
  }

  @Override
  public void onComplete() {
    parts.add(Part.end(Optional.empty()));
  }

  /** A row has been read, and the next begins. */
  void rowWasRead() {
    bytesOfRow = 0;
  }

  /** Why it could not be read, if that was not due to what it says. */
  Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  @Override
  public int read() throws IOException {
    return hasMore() ? counted(1, chunk.get() & 0xff) : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int count = Math.min(length, chunk.remaining());
    chunk.get(target, offset, count);
    return counted(count, count);
  }

  private int counted(int count, int result) throws IOException {
    bytes += count;
    bytesOfRow += count;
    if (bytes > MOST_BYTES) {
      throw faulty(new IOException("it sent more than " + MOST_BYTES + " bytes; ask for less"));
    }
    if (bytesOfRow > MOST_BYTES_OF_A_ROW) {
      throw faulty(
          new IOException(
              "it sent a row of more than " + MOST_BYTES_OF_A_ROW + " bytes; ask for less"));
    }
    return result;
  }

  private boolean hasMore() throws IOException {
    while (!chunk.hasRemaining()) {
      if (part.buffers().hasNext()) {
        chunk = part.buffers().next();
      } else if (part.last()) {
        return false;
      } else {
        part = take();
      }
    }
    return true;
  }

  private Part take() throws IOException {
    try {
      Part taken = parts.poll(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
      if (taken == null || deadline.hasPassed()) {
        throw faulty(new InterruptedIOException("its time is up"));
      }
      if (taken.failure().isPresent()) {
        throw faulty(new IOException(reason(taken.failure().get()), taken.failure().get()));
      }
      Flow.Subscription more = subscription;
      if (more != null && !taken.last()) {
        more.request(1);
      }
      return taken;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw faulty(new InterruptedIOException("the query was interrupted"));
    }
  }

  private static String reason(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.toString() : message;
  }

  private IOException faulty(IOException reason) {
    fault = reason.getMessage();
    return reason;
  }

  /** Breaks the transfer off, unless it is over; whoever reads sees the end. */
  @Override
  public void close() {
    closed = true;
    Flow.Subscription present = subscription;
    if (present != null) {
      present.cancel();
    }
    parts.add(Part.end(Optional.empty()));
  }
}
