package io.controlgraph.sparql;

import io.javalin.http.Context;
import java.io.IOException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends an answer that cannot be completed in the only way a client notices. */
final class BrokenTransfer {
  private static final Logger LOG = LoggerFactory.getLogger(BrokenTransfer.class);

  private BrokenTransfer() {}

  /**
   * Breaks the connection off. Status and headers are gone by now, and a chunked body that merely
   * ends looks whole.
   */
  static void breakOff(Context ctx, Throwable reason) {
    if (reason instanceof IOException) {
      LOG.debug("The client of {} went away.", ctx.path(), reason);
    } else {
      LOG.warn("The answer to {} was broken off: {}", ctx.path(), reason.toString());
    }
    ServletContextRequest.getServletContextRequest(ctx.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close(reason);
  }
}
