using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace ShopBot.Benchmarks.WhatsApp;

/// <summary>
/// Answers every GET on a loopback port with the same bytes, keeping connections open. Its buffers are made once, so that what is allocated
/// belongs to the client. Not a web server.
/// </summary>
internal sealed class LoopbackFiles : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly byte[] _answer;

    public LoopbackFiles(byte[] content)
    {
        var head = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: {content.Length}\r\n\r\n");
        _answer = [.. head, .. content];
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        Length = content.Length;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        _ = Task.Run(AcceptAsync);
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}/file");

    public string Sha256 { get; }

    public int Length { get; }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptAsync();
                var thread = new Thread(() => Serve(socket)) { IsBackground = true };
                thread.Start();
            }
        }
        catch (SocketException)
        {
        }
        catch (ObjectDisposedException)
        {
        }
    }

    /// <summary>Blocking, on a thread of its own: it allocates nothing per request.</summary>
    private void Serve(Socket socket)
    {
        using (socket)
        {
            var buffer = new byte[16 * 1024];
            var count = 0;
            try
            {
                while (socket.Receive(buffer, count, buffer.Length - count, SocketFlags.None) is var read && read > 0)
                {
                    count += read;
                    if (!buffer.AsSpan(0, count).EndsWith("\r\n\r\n"u8))
                        continue;
                    count = 0;
                    for (var sent = 0; sent < _answer.Length;)
                        sent += socket.Send(_answer, sent, Math.Min(256 * 1024, _answer.Length - sent), SocketFlags.None);
                }
            }
            catch (SocketException)
            {
            }
        }
    }
}
