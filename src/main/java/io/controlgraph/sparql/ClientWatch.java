package io.controlgraph.sparql;

import io.controlgraph.graph.Deadline;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Cancels a deadline when the client closes its connection while its query still runs.
 *
 * <p>Over HTTP/1.1 a server learns that only by reading, and a server that computes does not read.
 * So the watch asks to be told when there is something to read, which is the end of the stream
 * unless the client sends its next request before it has this answer. The one octet then read goes
 * back to the connection before that request's turn comes.
 */
public final class ClientWatch {
  private final @Nullable Connection connection;
  private final Deadline deadline;
  private @Nullable ByteBuffer readAhead;
  private boolean over;
  private boolean gone;

  private ClientWatch(@Nullable Connection connection, Deadline deadline) {
    this.connection = connection;
    this.deadline = deadline;
  }

  /** Watches the connection of a request whose body has been read. */
  public static ClientWatch over(Context ctx, Deadline deadline) {
    Connection connection =
        ServletContextRequest.getServletContextRequest(ctx.req())
            .getConnectionMetaData()
            .getConnection();
    boolean known =
        connection instanceof Connection.UpgradeTo
            && connection.getEndPoint() instanceof AbstractEndPoint;
    ClientWatch watch = new ClientWatch(known ? connection : null, deadline);
    watch.ask();
    return watch;
  }

  private void ask() {
    if (connection != null) {
      connection.getEndPoint().tryFillInterested(Callback.from(this::readable, this::failed));
    }
  }

  private synchronized void readable() {
    if (over || connection == null) {
      return;
    }
    try {
      ByteBuffer octet = BufferUtil.allocate(1);
      int filled = connection.getEndPoint().fill(octet);
      if (filled < 0) {
        cancel();
      } else if (filled == 0) {
        ask();
      } else {
        readAhead = octet;
      }
    } catch (IOException e) {
      cancel();
    }
  }

  private synchronized void failed(Throwable reason) {
    if (!over && !(reason instanceof TimeoutException)) {
      cancel();
    }
  }

  private void cancel() {
    gone = true;
    deadline.cancel();
  }

  /** Whether the client was seen to close its connection. */
  synchronized boolean isClientGone() {
    return gone;
  }

  /** Ends the watch; on the thread that serves the request, before the answer is completed. */
  public void close() {
    synchronized (this) {
      over = true;
    }
    if (connection != null && connection.getEndPoint() instanceof AbstractEndPoint endPoint) {
      endPoint.getFillInterest().onFail(new IOException("The answer is complete."));
      if (readAhead != null && connection instanceof Connection.UpgradeTo reader) {
        reader.onUpgradeTo(readAhead);
      }
    }
  }
}
