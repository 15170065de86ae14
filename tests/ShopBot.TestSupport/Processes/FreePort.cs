using System.Net;
using System.Net.Sockets;

namespace ShopBot.TestSupport.Processes;

/// <summary>Loopback ports that nobody uses.</summary>
public static class FreePort
{
    /// <summary>A port that was free a moment ago; for processes that must know their address before they start.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
