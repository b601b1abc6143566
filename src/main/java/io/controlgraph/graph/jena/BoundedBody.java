package io.controlgraph.graph.jena;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The bytes of a response, which has no more of them than it may have. */
final class BoundedBody implements BodySubscriber<byte[]> {
  /** Of a body that is not wanted whole. */
  private static final int BEGINNING = 4096;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final int most;
  private final boolean whole;
  private Flow.@Nullable Subscription subscription;

  /**
   * Reads a body.
   *
   * @param most how many bytes it may have
   * @param whole whether all of it is wanted; else its beginning will do
   */
  BoundedBody(int most, boolean whole) {
    this.most = whole ? most : BEGINNING;
    this.whole = whole;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription wanted) {
    subscription = wanted;
    wanted.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (body.isDone()) {
        return;
      }
      byte[] chunk = new byte[Math.min(buffer.remaining(), most - bytes.size() + 1)];
      buffer.get(chunk);
      bytes.writeBytes(chunk);
      if (bytes.size() > most) {
        stop();
      }
    }
  }

  private void stop() {
    if (whole) {
      body.completeExceptionally(new IOException("it sent more than " + most + " bytes"));
    } else {
      body.complete(bytes.toByteArray());
    }
    if (subscription != null) {
      subscription.cancel();
    }
  }

  @Override
  public void onError(Throwable cause) {
    body.completeExceptionally(cause);
  }

  @Override
  public void onComplete() {
    body.complete(bytes.toByteArray());
  }
}
