using System.Net;
using System.Net.Sockets;

namespace ReferenceHost.Demo;

internal static class FreePort
{
    /// <summary>The port when nobody uses it, else 0 for any free one.</summary>
    public static int PreferablyOn(int port)
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return port;
        }
        catch (SocketException)
        {
            return 0;
        }
    }
}
