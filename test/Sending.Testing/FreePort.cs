using System.Net;
using System.Net.Sockets;

namespace Sending.Testing;

/// <summary>Ports of this machine.</summary>
public static class FreePort
{
    /// <summary>A port where nothing listens now.</summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
