package io.controlgraph.graph.rdf4j;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.MalformedChunkCodingException;
import org.apache.http.NoHttpResponseException;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.ConnectionPoolTimeoutException;
import org.apache.http.impl.execchain.RequestAbortedException;

/** What another server did, or said, in words for those who run it. */
final class Said {
  /** Enough for a line of cause; an error page is not for passing on. */
  static final int LONGEST = 300;

  private Said() {}

  /** What an exception on the way to or from a server amounts to. */
  static String by(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String known = known(cause);
      if (known != null) {
        return known;
      }
    }
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = line(String.valueOf(root.getMessage()));
    return root instanceof IOException
        ? "broke off its answer, perhaps by a time limit of its own, or gave one that cannot be"
            + " read: "
            + message
        : "cannot be understood: " + message;
  }

  /** Whether a request failed for want of a connection that is free. */
  static boolean isBusy(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (isWaiting(cause)) {
        return true;
      }
    }
    return false;
  }

  /** A request that is stopped while it waits for a connection looks like the latter. */
  private static boolean isWaiting(Throwable cause) {
    return cause instanceof ConnectionPoolTimeoutException
        || cause instanceof RequestAbortedException;
  }

  /** Whether a request that failed so has certainly not reached the server. */
  static boolean isNothingSent(IOException e) {
    return e instanceof ConnectException
        || e instanceof ConnectTimeoutException
        || e instanceof ConnectionPoolTimeoutException
        || e instanceof UnknownHostException;
  }

  private static @org.jspecify.annotations.Nullable String known(Throwable cause) {
    if (isWaiting(cause)) {
      return "has as many requests as it may have from here; none ended in time";
    }
    if (cause instanceof ConnectTimeoutException || cause instanceof ConnectException) {
      return "cannot be reached: " + line(String.valueOf(cause.getMessage()));
    }
    if (cause instanceof UnknownHostException) {
      return "cannot be reached: there is no host " + line(String.valueOf(cause.getMessage()));
    }
    if (cause instanceof SocketTimeoutException) {
      return "said nothing for as long as it may be silent";
    }
    if (cause instanceof NoHttpResponseException) {
      return "ended the connection instead of answering";
    }
    if (cause instanceof MalformedChunkCodingException
        || cause instanceof ConnectionClosedException
        || cause instanceof SocketException) {
      return "ended its answer half way: " + line(String.valueOf(cause.getMessage()));
    }
    return null;
  }

  /** The beginning of a text, on one line. */
  static String line(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " ...";
  }
}
