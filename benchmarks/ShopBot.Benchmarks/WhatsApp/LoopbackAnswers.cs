using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace ShopBot.Benchmarks.WhatsApp;

/// <summary>An HTTP server that gives every POST the same answer and allocates nothing while it does.</summary>
internal sealed class LoopbackAnswers : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _answer;

    public LoopbackAnswers(byte[] answer)
    {
        _answer = answer;
        _listener.Start();
        new Thread(Accept) { IsBackground = true }.Start();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();

    private void Accept()
    {
        try
        {
            while (true)
            {
                var socket = _listener.AcceptSocket();
                new Thread(() => Serve(socket)) { IsBackground = true }.Start();
            }
        }
        catch (SocketException)
        {
        }
    }

    private void Serve(Socket socket)
    {
        using var owned = socket;
        socket.NoDelay = true;
        var buffer = new byte[64 * 1024];
        var count = 0;
        try
        {
            while (socket.Receive(buffer, count, buffer.Length - count, SocketFlags.None) is > 0 and var read)
            {
                count += read;
                while (RequestLength(buffer.AsSpan(0, count)) is > 0 and var length && length <= count)
                {
                    buffer.AsSpan(length, count - length).CopyTo(buffer);
                    count -= length;
                    socket.Send(_answer);
                }
            }
        }
        catch (SocketException)
        {
        }
    }

    private static int RequestLength(ReadOnlySpan<byte> received)
    {
        var end = received.IndexOf("\r\n\r\n"u8);
        var field = received.IndexOf("Content-Length: "u8);
        return end >= 0 && field >= 0 && Utf8Parser.TryParse(received[(field + 16)..], out int length, out _) ? end + 4 + length : -1;
    }
}
