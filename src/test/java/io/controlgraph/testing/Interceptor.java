package io.controlgraph.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Stands between an HTTP client and a server, and does with each request what it is told: it passes
 * it on, or loses it or its answer, or answers by itself. Each connection carries one request.
 */
public final class Interceptor implements AutoCloseable {
  /** What is done with a request. */
  public sealed interface Deed {
    /** It goes on, and its answer back. */
    Deed PASS = new Pass();

    /** It goes on, and is worked on to the end, but its answer is lost. */
    Deed LOSE_ANSWER = new LoseAnswer();

    /** It is lost. */
    Deed LOSE = new Lose();

    /** It is answered here, with these bytes, a letter each, and the end of the connection. */
    record Say(String answer) implements Deed {}

    /** The only one of {@link #PASS}. */
    record Pass() implements Deed {}

    /** The only one of {@link #LOSE_ANSWER}. */
    record LoseAnswer() implements Deed {}

    /** The only one of {@link #LOSE}. */
    record Lose() implements Deed {}
  }

  /**
   * A request.
   *
   * @param head the request line and the headers, as they came
   */
  public record Request(String head, String body) {
    /** Whether it changes what the server holds: an update, or the end of a transaction of them. */
    public boolean isUpdate() {
      return head.contains("action=COMMIT")
          || (head.toLowerCase(Locale.ROOT).contains("application/sparql-update")
              && !head.contains("action="));
    }
  }

  private final ServerSocket entrance;
  private final URI server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile Function<Request, Deed> plan = request -> Deed.PASS;

  private Interceptor(ServerSocket entrance, URI server) {
    this.entrance = entrance;
    this.server = server;
  }

  /** Opens one on a free port, which passes all on. */
  public static Interceptor before(URI server) throws IOException {
    Interceptor interceptor =
        new Interceptor(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
    interceptor.start(interceptor::accept);
    return interceptor;
  }

  /** A place on the server, as seen through it. */
  public URI seen(URI place) {
    return URI.create("http://127.0.0.1:" + entrance.getLocalPort() + place.getRawPath());
  }

  /** Has it do something else from now on. */
  public void plan(Function<Request, Deed> next) {
    plan = next;
  }

  /** All requests so far, in the order in which they came. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        start(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        InputStream in = client.getInputStream();
        OutputStream out = client.getOutputStream()) {
      Request request = read(in);
      requests.add(request);
      Deed deed = plan.apply(request);
      if (deed instanceof Deed.Say say) {
        out.write(say.answer().getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
      } else if (deed instanceof Deed.Pass) {
        pass(request, out);
      } else {
        if (deed instanceof Deed.LoseAnswer) {
          pass(request, OutputStream.nullOutputStream());
        }
        client.setSoLinger(true, 0);
      }
    } catch (IOException e) {
      // One of the two has gone away, which ends the other's connection too.
    }
  }

  private void pass(Request request, OutputStream out) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      String head = request.head().replaceAll("(?i)\r\nConnection: [^\r]*", "");
      OutputStream to = socket.getOutputStream();
      to.write(
          (head + "\r\nConnection: close\r\n\r\n" + request.body())
              .getBytes(StandardCharsets.ISO_8859_1));
      to.flush();
      socket.getInputStream().transferTo(out);
      out.flush();
    }
  }

  private static Request read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    String text = "";
    while (!text.endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("The client went away.");
      }
      head.write(next);
      text = next == '\n' ? head.toString(StandardCharsets.ISO_8859_1) : "";
    }
    int length =
        text.lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
            .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
            .findFirst()
            .orElse(0);
    return new Request(
        text.strip(), new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
  }

  private void start(Runnable work) {
    Thread thread = new Thread(work, "interceptor");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
  }
}
