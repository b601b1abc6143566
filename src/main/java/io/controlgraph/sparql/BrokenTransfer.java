package io.controlgraph.sparql;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.apache.jena.atlas.RuntimeIOException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends an answer that cannot be completed in the only way a client notices. */
final class BrokenTransfer {
  private static final Logger LOG = LoggerFactory.getLogger(BrokenTransfer.class);

  private BrokenTransfer() {}

  /**
   * Resets the connection. Status and headers are gone by now; to a client of HTTP/1.0, and to some
   * of HTTP/1.1, a body whose connection merely closes looks whole (RFC 9112, section 8).
   *
   * @param gone whether the client is known to have closed its side
   */
  static void breakOff(Context ctx, Throwable reason, boolean gone) {
    if (gone || reason instanceof IOException || reason instanceof RuntimeIOException) {
      LOG.debug("The client of {} went away.", ctx.path(), reason);
    } else {
      LOG.warn("The answer to {} was broken off: {}", ctx.path(), reason.toString());
    }
    EndPoint endPoint =
        ServletContextRequest.getServletContextRequest(ctx.req())
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint();
    if (endPoint.getTransport() instanceof SocketChannel channel) {
      resetAtClose(channel);
    }
    endPoint.close(reason);
  }

  /** Without time to linger, a socket ends with RST in place of FIN. */
  private static void resetAtClose(SocketChannel channel) {
    try {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    } catch (IOException e) {
      LOG.debug("The connection is closed already.", e);
    }
  }
}
