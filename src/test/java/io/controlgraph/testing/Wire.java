package io.controlgraph.testing;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The wire between a client and a server, with what went over it. A client is told to use it as its
 * HTTP proxy, so that it names the server itself in its requests.
 */
public final class Wire implements AutoCloseable {
  private final ServerSocket entry;
  private final InetSocketAddress server;
  private final ByteArrayOutputStream requests = new ByteArrayOutputStream();
  private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  private Wire(ServerSocket entry, InetSocketAddress server) {
    this.entry = entry;
    this.server = server;
  }

  /** A wire to a server, open until it is closed. */
  public static Wire to(Served served) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    Wire wire =
        new Wire(new ServerSocket(0, 50, loopback), new InetSocketAddress(loopback, served.port()));
    start(wire::accept);
    return wire;
  }

  /** Where it begins. */
  public InetSocketAddress address() {
    return new InetSocketAddress(entry.getInetAddress(), entry.getLocalPort());
  }

  /** All that the client has sent so far, an octet a letter. */
  public String requests() {
    return requests.toString(StandardCharsets.ISO_8859_1);
  }

  /** All that the server has sent so far, an octet a letter. */
  public String answers() {
    return answers.toString(StandardCharsets.ISO_8859_1);
  }

  private void accept() {
    while (!entry.isClosed()) {
      try {
        Socket client = entry.accept();
        Socket upstream = new Socket(server.getAddress(), server.getPort());
        open.addAll(List.of(client, upstream));
        start(() -> pass(client, upstream, requests));
        start(() -> pass(upstream, client, answers));
      } catch (IOException e) {
        close();
      }
    }
  }

  /** Passes octets on until one side ends, which ends both. */
  private static void pass(Socket from, Socket to, ByteArrayOutputStream seen) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] block = new byte[8192];
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        seen.write(block, 0, read);
        out.write(block, 0, read);
      }
    } catch (IOException e) {
      // The other direction has ended and closed both sides.
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "wire");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      entry.close();
      for (Closeable socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
