package io.controlgraph.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Passes on what goes to a server on this machine and what comes back, and counts requests and
 * bytes.
 */
final class CountingRelay implements AutoCloseable {
  private static final int BUFFER = 65_536;

  /** Ends the first line of a request, and stands nowhere in a body that is encoded for a form. */
  private static final byte[] END = " HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket socket;
  private final int target;
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  /** Starts to listen on a free port of the loopback address. */
  CountingRelay(int target) throws IOException {
    this.target = target;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  long requests() {
    return requests.get();
  }

  /** Bytes in both directions. */
  long bytes() {
    return bytes.get();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        start(() -> pass(client, server, true));
        start(() -> pass(server, client, false));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void pass(Socket from, Socket to, boolean count) {
    int matched = 0;
    byte[] buffer = new byte[BUFFER];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes.addAndGet(read);
        for (int i = 0; count && i < read; i++) {
          matched = buffer[i] == END[matched] ? matched + 1 : (buffer[i] == END[0] ? 1 : 0);
          if (matched == END.length) {
            requests.incrementAndGet();
            matched = 0;
          }
        }
        out.write(count ? addressed(buffer, read) : buffer, 0, read);
      }
    } catch (IOException e) {
      // The other direction was closed, and with it both sockets.
      return;
    }
  }

  /**
   * Requests name the server's own port, as behind any proxy: it answers to no other. Both ports
   * have five digits, so that lengths stay.
   */
  private byte[] addressed(byte[] buffer, int length) {
    return new String(buffer, 0, length, StandardCharsets.ISO_8859_1)
        .replace("Host: 127.0.0.1:" + port() + "\r", "Host: 127.0.0.1:" + target + "\r")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
