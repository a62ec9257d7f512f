package slipstream.alerts.channel;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * STARTTLS (RFC 3207) before a mail server that does not know it: asks for TLS in plain text,
 * shakes hands, and passes on what it deciphers.
 */
final class StartTlsFront implements AutoCloseable {
  private final ServerSocket front = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final int behind;
  private final SSLContext tls;

  StartTlsFront(int behind, SSLContext tls) throws IOException {
    this.behind = behind;
    this.tls = tls;
    threads.execute(this::accept);
  }

  int port() {
    return front.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    front.close();
    threads.shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = front.accept();
        threads.execute(() -> serve(client));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket client) {
    try (client;
        var server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      if (!asksForTls(client)) return;
      var secured =
          (SSLSocket)
              tls.getSocketFactory().createSocket(client, InputStream.nullInputStream(), true);
      secured.startHandshake();
      line(server.getInputStream());
      threads.execute(() -> pass(secured, server));
      pass(server, secured);
    } catch (IOException refused) {
      // The client has hung up, as it should when it does not trust us.
    }
  }

  private static boolean asksForTls(Socket client) throws IOException {
    OutputStream out = client.getOutputStream();
    say(out, "220 front.example ESMTP");
    while (true) {
      String command = line(client.getInputStream());
      if (command.startsWith("STARTTLS")) {
        say(out, "220 go ahead");
        return true;
      }
      if (!command.startsWith("EHLO")) {
        say(out, "530 first STARTTLS");
        return false;
      }
      say(out, "250-front.example");
      say(out, "250 STARTTLS");
    }
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write((text + "\r\n").getBytes(US_ASCII));
    out.flush();
  }

  /** One line, and not a byte more. */
  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) line.append((char) c);
    return line.toString();
  }

  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.close();
    } catch (IOException closed) {
      // One side has hung up.
    }
  }
}
