using System.Net;
using System.Net.Sockets;

namespace ShopBot.TestSupport.Servers;

/// <summary>Stands before a server and cuts one connection after a given number of bytes, as a broken line does.</summary>
public sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _target;
    private readonly Lock _lock = new();
    private long _left = -1;
    private bool _fromClient;

    private CuttingProxy(int target)
    {
        _target = target;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Where clients connect.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whether the cut that was ordered has happened.</summary>
    public bool HasCut
    {
        get
        {
            lock (_lock)
                return _left < 0;
        }
    }

    /// <summary>Starts a proxy before a loopback port.</summary>
    public static CuttingProxy Before(int port) => new(port);

    /// <summary>Cuts the connection over which this many more bytes have come from one side, before the next one passes.</summary>
    public void CutAfter(long bytes, bool fromClient)
    {
        lock (_lock)
            (_left, _fromClient) = (bytes, fromClient);
    }

    /// <summary>Takes an order back.</summary>
    public void CutNothing()
    {
        lock (_lock)
            _left = -1;
    }

    /// <summary>Ends all connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var stop = _stop.Token;
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync(stop);
                _ = ServeAsync(client, stop);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket client, CancellationToken stop)
    {
        using var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var _ = client;
        client.NoDelay = true;
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _target, stop);
            await Task.WhenAny(CopyAsync(client, server, fromClient: true, stop), CopyAsync(server, client, fromClient: false, stop));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // The server is gone, or the test is over.
        }
    }

    private async Task CopyAsync(Socket from, Socket to, bool fromClient, CancellationToken stop)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, stop) is var read and > 0)
            {
                var pass = Pass(read, fromClient, out var cut);
                await to.SendAsync(buffer.AsMemory(0, pass), stop);
                if (cut)
                    return;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // One side went away; the other one follows.
        }
    }

    private int Pass(int read, bool fromClient, out bool cut)
    {
        lock (_lock)
        {
            cut = _left >= 0 && fromClient == _fromClient && read > _left;
            if (_left < 0 || fromClient != _fromClient)
                return read;
            var pass = cut ? (int)_left : read;
            _left = cut ? -1 : _left - read;
            return pass;
        }
    }
}
