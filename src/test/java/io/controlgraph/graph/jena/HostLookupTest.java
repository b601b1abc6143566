package io.controlgraph.graph.jena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class HostLookupTest {
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicInteger lookups = new AtomicInteger();

  private InetAddress[] resolve(String host) throws UnknownHostException {
    lookups.incrementAndGet();
    if (host.equals("hangs.example.org")) {
      begun.countDown();
      try {
        over.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    if (host.equals("nobody.example.org")) {
      throw new UnknownHostException(host);
    }
    return new InetAddress[] {InetAddress.getLoopbackAddress()};
  }

  @Test
  void aLookupThatHangsHoldsUpNoOther() throws Exception {
    HostLookup lookup = new HostLookup(this::resolve, 2);
    CompletableFuture<List<InetAddress>> first = lookup.addresses("hangs.example.org");
    begun.await();
    for (int i = 0; i < 20; i++) {
      CompletableFuture<List<InetAddress>> another = lookup.addresses("hangs.example.org");
      another.cancel(true);
    }
    List<InetAddress> loopback = List.of(InetAddress.getLoopbackAddress());
    assertEquals(loopback, lookup.addresses("fast.example.org").get(10, TimeUnit.SECONDS));
    assertEquals(2, lookups.get());
    assertFalse(first.isDone());
    over.countDown();
    assertEquals(loopback, first.get(10, TimeUnit.SECONDS));
  }

  @Test
  void aHostIsLookedForAgainWhenItIsAskedForAgain() throws Exception {
    HostLookup lookup = new HostLookup(this::resolve, 1);
    for (int i = 1; i <= 2; i++) {
      ExecutionException none =
          assertThrows(
              ExecutionException.class, () -> lookup.addresses("nobody.example.org").get());
      assertInstanceOf(UnknownHostException.class, none.getCause());
      assertEquals(i, lookups.get());
    }
  }
}
